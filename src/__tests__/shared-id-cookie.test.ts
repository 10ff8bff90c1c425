import type { Analytics } from '@segment/analytics-next'
import { RECORD_KEY } from '../destinations/inmoment/remembered-user'
import { BASE_SETTINGS } from '../destinations/inmoment/test-support/constants'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { openNextPage, registerPlugins } from '../../test/support/page'
import { resetPage } from '../destinations/inmoment/test-support/reset-page'

// Subdomains share the cookie, but each has a localStorage of its own.
const COOKIE_FIRST = {
  options: { storage: { stores: ['cookie' as const, 'localStorage' as const, 'memory' as const] } }
}

let beacon: FakeBeacon
let analytics: Analytics

async function open(): Promise<void> {
  beacon = openNextPage()
  analytics = await registerPlugins({}, COOKIE_FIRST)
}

beforeEach(async () => {
  resetPage()
  await open()
  await analytics.identify('bob', { email: 'bob@example.com', plan: 'free' })
  await analytics.group('initech')
  // Ann logs in on another subdomain.
  document.cookie = 'ajs_user_id=ann; path=/'
})

it('never restores the values of this host’s former user for the user of the cookie', async () => {
  await open()
  expect(analytics.user().id()).toBe('ann')
  expect(analytics.user().traits()).toMatchObject({ email: 'bob@example.com' })
  expect(window.wootricSettings).toEqual(BASE_SETTINGS)
  expect(localStorage.getItem(RECORD_KEY)).toBeNull()

  await analytics.track('Order Completed')
  await analytics.page()
  expect(JSON.stringify(beacon.calls)).not.toMatch(/bob|free|initech/)
})

it('never sends one user’s ID with another’s values if the cookie changes while the page is open', async () => {
  await analytics.track('Order Completed')
  const { settings } = beacon.last
  const text = JSON.stringify(settings)
  expect(settings.event_name).toBe('Order Completed')
  expect(text.includes('ann') && text.includes('bob')).toBe(false)
})

it('restores the user if the cookie and the record of this host agree', async () => {
  document.cookie = 'ajs_user_id=bob; path=/'
  await open()
  expect(window.wootricSettings).toMatchObject({ segment_user_id: 'bob', email: 'bob@example.com' })
})
