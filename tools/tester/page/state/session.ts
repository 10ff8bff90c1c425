import { useState } from 'react'

/** What belongs to this tab and outlives a load of the page; a browser may refuse to keep it. */
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
    // The page works without it.
  }
}

type Widened<Value> = Value extends string ? string : number

/** As React's `useState`, kept while the page loads again. */
export function useSessionState<Value extends string | number>(
  key: string,
  initial: Value
): [Widened<Value>, (value: Widened<Value>) => void] {
  const [value, setValue] = useState(() => {
    const kept = readSession(key)
    return (typeof kept === typeof initial ? kept : initial) as Widened<Value>
  })
  return [
    value,
    (next) => {
      writeSession(key, next)
      setValue(next)
    }
  ]
}
