import { createElement } from './create-element'
import { findSurveyDock } from './sandbox-options'
import { createSurveyElements } from './survey-elements'

/** In milliseconds. */
const THANKS_DURATION = 4000

export interface SurveyDialogOptions {
  /** The product named in the question. */
  productName: string
  /** Runs when a score is selected or changed, and when the comment is sent. */
  onResponse(score: number, text: string): void
  onDecline(): void
  onClose(): void
}

export interface SurveyDialog {
  /** Removes the dialog without a decline. */
  remove(): void
}

/** Shows the survey in the page's dock, or else at the bottom of the page. */
export function showSurveyDialog(options: SurveyDialogOptions): SurveyDialog {
  const elements = createSurveyElements(options.productName)
  const { host, dialog, body, closeButton, scoreButtons, commentForm, comment, announcement } = elements
  const previousFocus = document.activeElement
  let score: number | undefined
  let text = ''
  let thanksTimer: number | undefined

  function remove(): void {
    const hasFocus = document.activeElement === host
    window.clearTimeout(thanksTimer)
    host.remove()
    if (hasFocus && previousFocus instanceof HTMLElement) previousFocus.focus()
  }

  function close(): void {
    remove()
    options.onClose()
  }

  function dismiss(): void {
    close()
    if (score === undefined) options.onDecline()
  }

  function selectScore(value: number): void {
    if (score === value) return
    score = value
    scoreButtons.forEach((button, index) => button.setAttribute('aria-pressed', String(index === value)))
    if (commentForm.hidden) {
      commentForm.hidden = false
      comment.focus()
    }
    options.onResponse(value, text)
  }

  function sendComment(): void {
    if (score === undefined) return
    text = comment.value.trim()
    options.onResponse(score, text)

    const thanks = createElement('h2', { tabindex: '-1', class: 'thanks' }, 'Thank you for your feedback.')
    body.replaceChildren(thanks)
    thanks.focus()
    thanksTimer = window.setTimeout(close, THANKS_DURATION)
  }

  scoreButtons.forEach((button, value) => button.addEventListener('click', () => selectScore(value)))
  closeButton.addEventListener('click', dismiss)
  dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') dismiss()
  })
  commentForm.addEventListener('submit', (event) => {
    event.preventDefault()
    sendComment()
  })

  const dock = findSurveyDock()
  host.toggleAttribute('data-docked', dock !== null)
  ;(dock ?? document.body).append(host)
  // The dialog does not take the focus. Screen readers announce it instead.
  announcement.textContent = dock
    ? 'A survey was added to the survey panel.'
    : 'A survey was added at the end of the page.'
  return { remove }
}
