import type { Analytics } from '@segment/analytics-next'
import type { Ids } from './respondent'

/**
 * Returns the IDs that analytics.js has stored, or `undefined` if the site does not let it store them.
 *
 * Does not call `analytics.user().id()`, which also writes: on a page from the back/forward cache, it would log in a user
 * again who has logged out since
 * (https://github.com/segmentio/analytics-next/blob/master/packages/browser/src/core/user/index.ts).
 */
export function getStoredIds({ storage, options }: Partial<Analytics>): Ids | undefined {
  if (!storage || options?.disableClientPersistence) return undefined
  // Old versions of analytics.js stored numbers.
  const get = (key: string) => storage.get(key)?.toString()
  return { userId: get(options?.user?.cookie?.key ?? 'ajs_user_id'), anonymousId: get('ajs_anonymous_id') }
}
