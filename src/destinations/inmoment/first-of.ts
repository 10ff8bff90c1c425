import type { Directive } from '@segment/actions-core'

/** The directive that takes the first of these event properties that exists; with one path, that property. */
export function firstOf(path: string, ...others: string[]): Directive {
  const value = { '@path': path }
  const [next, ...rest] = others
  return next === undefined ? value : { '@if': { exists: value, then: value, else: firstOf(next, ...rest) } }
}
