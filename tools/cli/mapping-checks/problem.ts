/** A problem in a text, such as a trigger or a file of mappings. */
export interface Problem {
  /** An error: it cannot work. A warning: it works, but probably not as meant. A note: something to keep in mind. */
  severity: 'error' | 'warning' | 'note'
  /** One or two sentences: what is wrong and what to do. Names keys, never values of events. */
  message: string
  /** Offsets in the text, in UTF-16 code units; `end` is exclusive. */
  start: number
  end: number
}

/** The line and the column of an offset, both from 1. */
export function positionOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 }
}
