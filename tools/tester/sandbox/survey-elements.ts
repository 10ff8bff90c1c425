import { createElement } from './create-element'
import { SURVEY_STYLES } from './survey-styles'

const SCORES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]

export interface SurveyElements {
  /** Contains the dialog in a shadow root, which separates the styles of the survey and the page. */
  host: HTMLElement
  dialog: HTMLElement
  body: HTMLElement
  closeButton: HTMLButtonElement
  scoreButtons: HTMLButtonElement[]
  commentForm: HTMLFormElement
  comment: HTMLTextAreaElement
  announcement: HTMLElement
}

export function createSurveyElements(productName: string): SurveyElements {
  const closeButton = createElement('button', { type: 'button', class: 'close', 'aria-label': 'Close survey' }, '×')
  const scoreButtons = SCORES.map((score) =>
    createElement('button', { type: 'button', class: 'score', 'aria-pressed': 'false' }, String(score))
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

  const body = createElement('div', { class: 'body' }, ...createQuestion(productName, scoreButtons), commentForm)
  const dialog = createElement(
    'section',
    { role: 'dialog', 'aria-label': 'Survey', 'aria-modal': 'false', class: 'dialog' },
    closeButton,
    body
  )
  const announcement = createElement('p', { role: 'status', class: 'visually-hidden' })

  const host = createElement('div', { 'data-sandbox-survey': '' })
  host.attachShadow({ mode: 'open' }).append(createElement('style', {}, SURVEY_STYLES), dialog, announcement)
  return { host, dialog, body, closeButton, scoreButtons, commentForm, comment, announcement }
}

function createQuestion(productName: string, scoreButtons: HTMLElement[]): HTMLElement[] {
  return [
    createElement('h2', { id: 'question' }, `How likely are you to recommend ${productName} to a friend or colleague?`),
    createElement(
      'div',
      { role: 'group', 'aria-labelledby': 'question', 'aria-describedby': 'scale', class: 'scores' },
      ...scoreButtons
    ),
    createElement(
      'p',
      { id: 'scale', class: 'scale' },
      createElement('span', {}, '0 = not at all likely'),
      createElement('span', {}, '10 = extremely likely')
    )
  ]
}
