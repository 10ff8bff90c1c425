import { readSession, writeSession } from './session-storage'

const KEY = 'focus'

/** Saves the focus before the page reloads, so that keyboard users continue at the same place. */
export function saveFocus(): void {
  writeSession(KEY, document.activeElement?.id)
}

export function restoreFocus(): void {
  const id = readSession(KEY)
  writeSession(KEY, undefined)
  if (typeof id === 'string' && id !== '') document.getElementById(id)?.focus()
}
