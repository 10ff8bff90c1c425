import { useState } from 'react'
import { liveMode } from '../live-mode'

// State of this tab that stays when the page reloads, separately for the sandbox and for each live account. Browsers
// can block the storage: then it is lost.

export function readSession(key: string): unknown {
  try {
    const text = window.sessionStorage.getItem(getStorageKey(key))
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export function writeSession(key: string, value: unknown): void {
  try {
    if (value === undefined) window.sessionStorage.removeItem(getStorageKey(key))
    else window.sessionStorage.setItem(getStorageKey(key), JSON.stringify(value))
  } catch {
    // Nothing depends on the storage.
  }
}

type Widened<Value> = Value extends string ? string : Value extends number ? number : boolean

/** Like `useState`, but the value stays when the page reloads. */
export function useSessionState<Value extends string | number | boolean>(
  key: string,
  initial: Value
): [Widened<Value>, (value: Widened<Value>) => void] {
  const [value, setValue] = useState(() => {
    const stored = readSession(key)
    return (typeof stored === typeof initial ? stored : initial) as Widened<Value>
  })
  return [
    value,
    (next) => {
      writeSession(key, next)
      setValue(next)
    }
  ]
}

function getStorageKey(key: string): string {
  return `inmoment-tester.${liveMode.name}.${key}`
}
