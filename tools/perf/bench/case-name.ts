import type { EventKind } from './pages/site-page'

/** Returns the name of a case, such as "identify, 1,000 traits". */
export function getCaseName(kind: EventKind, count: number): string {
  const values = kind === 'identify' || kind === 'group' ? 'traits' : 'properties'
  return `${kind}, ${count.toLocaleString('en')} ${values}`
}
