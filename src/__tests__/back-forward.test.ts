import { VERSION } from '../destinations/inmoment/version'
import type { Analytics } from '@segment/analytics-next'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, registerPlugins, REMEMBERED } from '../../test/support/page'

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
  analytics = await registerPlugins()
  await analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' })
  await analytics.page('Inbox of Ann')
})

/** As if another page had called `reset` while this one was in the back/forward cache. */
function resetElsewhere(): void {
  for (const key of ['ajs_user_id', 'ajs_user_traits', REMEMBERED]) localStorage.removeItem(key)
  document.cookie = 'ajs_user_id=; expires=Thu, 01 Jan 1970 00:00:00 GMT; path=/'
  localStorage.setItem('ajs_anonymous_id', '"next"')
  document.cookie = 'ajs_anonymous_id=next; path=/'
}

/** As if another page had delivered this identify. */
function identifyElsewhere(userId: string, user: Record<string, unknown>): void {
  const record = JSON.parse(localStorage.getItem(REMEMBERED) ?? '') as object
  localStorage.setItem(REMEMBERED, JSON.stringify({ ...record, userId, user }))
  localStorage.setItem('ajs_user_id', JSON.stringify(userId))
  document.cookie = `ajs_user_id=${userId}; path=/`
}

function comeBack(persisted = true): void {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
}

describe('on return from the back/forward cache after a reset on another page', () => {
  beforeEach(() => {
    resetElsewhere()
    comeBack()
  })

  it('the user is cleared without an event', () => {
    expect(window.wootricSettings).toEqual({ account_token: 'NPS-4aeb53c1', version: VERSION })
    expect(beacon.commands).toEqual(['run', 'page'])
  })

  it('a survey of the user is stopped', () => {
    expect(beacon.stops).toBe(1)
  })

  it('the user is not logged in again', () => {
    expect(localStorage.getItem('ajs_user_id')).toBeNull()
    expect(document.cookie).not.toContain('ajs_user_id')
    expect(localStorage.getItem(REMEMBERED)).toBeNull()
  })
})

it('an event from before a reset on another page is dropped', async () => {
  const late = analytics.track('Late')
  resetElsewhere()
  comeBack()
  await late
  expect(beacon.commands).toEqual(['run', 'page'])
})

it('another user from another page replaces the former one', () => {
  identifyElsewhere('bob', { email: 'bob@example.com' })
  comeBack()
  expect(window.wootricSettings).toEqual({ account_token: 'NPS-4aeb53c1', version: VERSION, email: 'bob@example.com' })
  expect(beacon.stops).toBe(1)
})

it('newer values of the same user from another page are used, and the survey is not stopped', () => {
  identifyElsewhere('ann', { email: 'ann@work.example', properties: { plan: 'free' } })
  comeBack()
  expect(window.wootricSettings).toMatchObject({ email: 'ann@work.example', properties: { plan: 'free' } })
  expect(beacon.stops).toBe(0)
})

it('a page that was loaded again changes nothing', () => {
  const before = JSON.stringify(window.wootricSettings)
  resetElsewhere()
  comeBack(false)
  expect(JSON.stringify(window.wootricSettings)).toBe(before)
  expect(beacon.stops).toBe(0)
})
