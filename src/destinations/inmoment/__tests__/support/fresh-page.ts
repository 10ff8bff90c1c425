const GLOBALS = [
  'wootric',
  'wootricSettings',
  'WootricSurvey',
  'wootric_survey_immediately',
  'wootric_no_surveyed_cookie',
  'trustedTypes'
]

/** Makes the page new: nothing in it, and nothing stored. */
export function freshPage(): void {
  localStorage.clear()
  document.head.innerHTML = ''
  document.body.innerHTML = ''
  for (const name of GLOBALS) Reflect.deleteProperty(window, name)
  for (const symbol of Object.getOwnPropertySymbols(window)) {
    if (symbol.description?.startsWith('segment.actions-inmoment')) Reflect.deleteProperty(window, symbol)
  }
}

/** Defines a global, or an obstacle in its place, until the page is made new. */
export function define(name: PropertyKey, attributes: PropertyDescriptor): void {
  Object.defineProperty(window, name, { configurable: true, ...attributes })
}

/** What a page, or the browser, throws. Nothing of its message may go anywhere. */
export function refuse(): never {
  throw new Error('secret@example.com')
}
