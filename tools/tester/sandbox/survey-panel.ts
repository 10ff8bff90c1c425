import { createElement } from './create-element'
import { SURVEY_STYLES } from './survey-styles'

const THANKS_DURATION = 4000
const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

export interface SurveyPanelOptions {
  /** Completes the question: a product's name, or "us". */
  productName: string
  onResponse(score: number, text: string): void
  onDecline(): void
  onClosed(): void
}

export interface SurveyPanel {
  remove(): void
}

/** Shows the survey at the bottom of the page, in a shadow root so that the page's styles and its own keep apart. */
export function showSurveyPanel(options: SurveyPanelOptions): SurveyPanel {
  const focusedBefore = document.activeElement
  const host = createElement('div', { 'data-sandbox-survey': '' })
  const root = host.attachShadow({ mode: 'open' })
  let score: number | undefined
  let text = ''
  let thanksTimer: number | undefined

  const close = createElement('button', { type: 'button', class: 'close', 'aria-label': 'Close survey' }, '×')
  const question = createElement(
    'h2',
    { id: 'question' },
    `How likely are you to recommend ${options.productName} to a friend or colleague?`
  )
  const buttons = SCORES.map((value) =>
    createElement('button', { type: 'button', class: 'score', 'aria-pressed': 'false' }, String(value))
  )
  const legend = createElement(
    'p',
    { id: 'scale', class: 'scale' },
    createElement('span', {}, '0 = not at all likely'),
    createElement('span', {}, '10 = extremely likely')
  )
  const scores = createElement(
    'div',
    { role: 'group', 'aria-labelledby': 'question', 'aria-describedby': 'scale', class: 'scores' },
    ...buttons
  )
  const comment = createElement('textarea', { id: 'comment', rows: '2' })
  const commentForm = createElement(
    'form',
    { class: 'comment' },
    createElement('label', { for: 'comment' }, 'Thank you. What is the main reason for your score?'),
    comment,
    createElement('button', { type: 'submit', class: 'send' }, 'Send')
  )
  commentForm.hidden = true
  const body = createElement('div', { class: 'body' }, question, scores, legend, commentForm)
  const panel = createElement(
    'section',
    { role: 'dialog', 'aria-label': 'Survey', 'aria-modal': 'false', class: 'panel' },
    close,
    body
  )
  // A survey does not take the focus from what the visitor is doing; a screen reader hears of it instead.
  const announcement = createElement('p', { role: 'status', class: 'hidden' })

  function remove(): void {
    const hadFocus = document.activeElement === host
    window.clearTimeout(thanksTimer)
    host.remove()
    if (hadFocus && focusedBefore instanceof HTMLElement) focusedBefore.focus()
  }

  function finish(): void {
    remove()
    options.onClosed()
  }

  function dismiss(): void {
    finish()
    if (score === undefined) options.onDecline()
  }

  function choose(value: number): void {
    if (score === value) return
    score = value
    buttons.forEach((button, index) => button.setAttribute('aria-pressed', String(index === value)))
    if (commentForm.hidden) {
      commentForm.hidden = false
      comment.focus()
    }
    options.onResponse(value, text)
  }

  function send(): void {
    if (score === undefined) return
    text = comment.value.trim()
    options.onResponse(score, text)

    const thanks = createElement('h2', { tabindex: '-1', class: 'thanks' }, 'Thank you for your feedback.')
    body.replaceChildren(thanks)
    thanks.focus()
    thanksTimer = window.setTimeout(finish, THANKS_DURATION)
  }

  buttons.forEach((button, value) => button.addEventListener('click', () => choose(value)))
  close.addEventListener('click', dismiss)
  panel.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dismiss()
  })
  commentForm.addEventListener('submit', (event) => {
    event.preventDefault()
    send()
  })

  root.append(createElement('style', {}, SURVEY_STYLES), panel, announcement)
  document.body.append(host)
  announcement.textContent = 'A survey was added at the end of the page.'
  return { remove }
}
