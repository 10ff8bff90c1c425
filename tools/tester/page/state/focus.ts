import { readSession, writeSession } from './session'

const KEY = 'focus'

/** Whoever works with the keyboard goes on where they were once the page has loaded again. */
export function keepFocus(): void {
  writeSession(KEY, document.activeElement?.id)
}

export function returnFocus(): void {
  const id = readSession(KEY)
  writeSession(KEY, undefined)
  if (typeof id === 'string' && id !== '') document.getElementById(id)?.focus()
}
