import { getStoredIds } from '../stored-ids'
import { FakeAnalytics } from '../test-support/fake-analytics'

it('returns the stored IDs without calling user(), which writes them', () => {
  const analytics = new FakeAnalytics({ userId: 'ann', anonymousId: 'visitor-1' })
  expect(getStoredIds(analytics.asAnalytics)).toEqual({ userId: 'ann', anonymousId: 'visitor-1' })
  expect(analytics.userCalls).toBe(0)
})

it.each([[undefined], [null]])('returns undefined for an ID that is %j', (userId) => {
  expect(getStoredIds(new FakeAnalytics({ userId, anonymousId: 'v' }).asAnalytics)).toEqual({ anonymousId: 'v' })
})

it('converts numbers, which old versions of analytics.js stored', () => {
  expect(getStoredIds(new FakeAnalytics({ userId: 7 }).asAnalytics)).toEqual({ userId: '7' })
})

it('reads the key that the site has configured', () => {
  const get = jest.fn((key: string) => `value of ${key}`)
  const analytics = { storage: { get }, options: { user: { cookie: { key: 'my_user' } } } } as never
  expect(getStoredIds(analytics)).toEqual({ userId: 'value of my_user', anonymousId: 'value of ajs_anonymous_id' })
  expect(getStoredIds({ storage: { get } } as never)?.userId).toBe('value of ajs_user_id')
})

it('returns undefined if analytics.js stores nothing', () => {
  const analytics = new FakeAnalytics({ userId: 'ann' })
  analytics.options = { disableClientPersistence: true }
  expect(getStoredIds(analytics.asAnalytics)).toBeUndefined()
})

it('returns undefined for an empty analytics object', () => {
  expect(getStoredIds({})).toBeUndefined()
})
