const GLOBALS = [
  'wootric',
  'wootricSettings',
  'WootricSurvey',
  'wootric_survey_immediately',
  'wootric_no_surveyed_cookie',
  'trustedTypes'
]

/** Clears the document, the globals and the storage. */
export function resetPage(): void {
  localStorage.clear()
  document.head.innerHTML = ''
  document.body.innerHTML = ''
  for (const name of GLOBALS) Reflect.deleteProperty(window, name)
  for (const symbol of Object.getOwnPropertySymbols(window)) {
    if (symbol.description?.startsWith('segment.actions-inmoment')) Reflect.deleteProperty(window, symbol)
  }
}

/** Defines a global until the page is reset. */
export function defineGlobal(name: PropertyKey, attributes: PropertyDescriptor): void {
  Object.defineProperty(window, name, { configurable: true, ...attributes })
}

/** Throws as a page or the browser does. Its message must not appear anywhere. */
export function throwError(): never {
  throw new Error('secret@example.com')
}
