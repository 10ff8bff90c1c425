import type { Analytics } from '@segment/analytics-next'
import type { Ids } from './respondent'

/**
 * Reads the IDs that analytics.js has stored, without writing: `analytics.user().id()` would log a former user in again on
 * a page from the back/forward cache. Returns `undefined` if analytics.js stores nothing.
 */
export function getStoredIds({ storage, options }: Partial<Analytics>): Ids | undefined {
  if (!storage || options?.disableClientPersistence) return undefined
  // Old versions of analytics.js stored numbers.
  const read = (key: string) => storage.get(key)?.toString()
  return { userId: read(options?.user?.cookie?.key ?? 'ajs_user_id'), anonymousId: read('ajs_anonymous_id') }
}
