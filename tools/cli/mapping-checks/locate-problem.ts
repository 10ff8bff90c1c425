import { getLocation } from 'jsonc-parser'
import { positionOf, type Problem } from './problem'

/** A problem with its place in a JSON text, for people and editors. */
export interface LocatedProblem {
  severity: Problem['severity']
  message: string
  /** From 1. */
  line: number
  column: number
  /** The path of the key, such as `[0].mapping.email`. Empty for the whole text. */
  key: string
}

export function locateProblem(text: string, { severity, message, start }: Problem): LocatedProblem {
  // Without a key, the text may not be JSON at all.
  const path = start === 0 ? [] : getLocation(text, start).path
  return { severity, message, ...positionOf(text, start), key: formatPath(path) }
}

/** Formats a path as in JavaScript. */
export function formatPath(path: readonly (string | number)[]): string {
  return path
    .map((part) => {
      if (typeof part === 'number') return `[${part}]`
      return /^[A-Za-z_$@][\w$@]*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`
    })
    .join('')
    .replace(/^\./, '')
}
