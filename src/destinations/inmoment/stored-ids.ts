import type { Analytics } from '@segment/analytics-next'
import type { Ids } from './respondent'

/**
 * The IDs that analytics.js has stored, or nothing if it stores none. `analytics.user().id()` would write: on a page
 * from the back/forward cache it logs a user in again who has logged out on another page.
 */
export function getStoredIds({ storage, options }: Partial<Analytics>): Ids | undefined {
  if (!storage || options?.disableClientPersistence) return undefined
  // Old versions of analytics.js stored numbers.
  const idOf = (key: string) => ((id: unknown) => (id ? String(id as string | number) : undefined))(storage.get(key))
  return { userId: idOf(options?.user?.cookie?.key ?? 'ajs_user_id'), anonymousId: idOf('ajs_anonymous_id') }
}
