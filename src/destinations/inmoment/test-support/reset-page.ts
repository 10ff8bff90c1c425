import { unloadPage } from './unload-page'

const GLOBALS = [
  'wootric',
  'wootricSettings',
  'WootricSurvey',
  'wootric_survey_immediately',
  'wootric_no_surveyed_cookie',
  'trustedTypes'
]

/** Brings the page to the state of a first visit: nothing on it, and nothing stored. */
export function resetPage(): void {
  localStorage.clear()
  for (const cookie of document.cookie.split('; ')) {
    document.cookie = `${cookie.split('=')[0]}=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/`
  }
  reloadPage()
}

/** Reloads the page: clears everything on it, and keeps what the browser stores. */
export function reloadPage(): void {
  jest.useRealTimers()
  unloadPage()
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
