import { useState } from 'react'

// State of this tab that stays when the page reloads. Browsers can block the storage: then it is lost.

export function readSession(key: string): unknown {
  try {
    const text = window.sessionStorage.getItem(key)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export function writeSession(key: string, value: unknown): void {
  try {
    if (value === undefined) window.sessionStorage.removeItem(key)
    else window.sessionStorage.setItem(key, JSON.stringify(value))
  } catch {
    // Nothing depends on the storage.
  }
}

type Widened<Value> = Value extends string ? string : number

/** Like `useState`, but the value stays when the page reloads. */
export function useSessionState<Value extends string | number>(
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
