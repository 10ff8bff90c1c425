import { FakeBeacon } from '../test-support/fake-beacon'
import { resetUser } from '../clear-user'
import { restoreRespondent, updateRespondent } from '../update-respondent'
import { convertUser } from '../identifyUser/convert-user'
import { addRecentEvent, checkIsCurrent } from '../recent-events'
import { getPageState } from '../page-state'
import { RECORD_KEY, rememberUser } from '../remembered-user'
import { EMPTY_RESPONDENT } from '../respondent'
import type { Changes } from '../respondent'
import type { WootricSettings } from '../wootric/types'
import { defineGlobal, resetPage, throwError } from '../test-support/reset-page'

const ann = { userId: 'ann', anonymousId: 'visitor-1' }
const bob = { userId: 'bob', anonymousId: 'visitor-2' }
const visitor = { anonymousId: 'visitor-1' }

const annUser = { email: 'ann@example.com', properties: { plan: 'pro' } }

let beacon: FakeBeacon

beforeEach(() => {
  resetPage()
  beacon = new FakeBeacon()
  beacon.install()
})

/** Returns what the beacon would send. */
function getSentSettings(): WootricSettings {
  const { version: _, ...settings } = JSON.parse(JSON.stringify(window.wootricSettings)) as WootricSettings
  return settings
}

function applyEvent(ids: object, changes: Changes = {}, canRememberUser = true): WootricSettings {
  updateRespondent(ids, changes, canRememberUser)
  return getSentSettings()
}

/** Stores a user as an earlier page did. */
function remember(ids: object, user: object, group?: object): void {
  rememberUser({ ...EMPTY_RESPONDENT, ...ids, user, group: group as Record<string, unknown> })
}

describe('an event', () => {
  it('sets its values', () => {
    expect(applyEvent(ann, { user: annUser, group: { id: 'initech' } })).toEqual({
      ...annUser,
      group_info: { id: 'initech' }
    })
  })

  it('keeps the values of earlier events of the same user', () => {
    applyEvent(visitor, { page: { name: 'Home' } })
    applyEvent(ann, { user: annUser })
    expect(applyEvent(ann, { request: { event_name: 'Checkout' } })).toEqual({
      ...annUser,
      event_name: 'Checkout',
      page_info: { name: 'Home' }
    })
    expect(beacon.stops).toBe(0)
  })

  it('of another user clears the earlier user and stops the survey', () => {
    window.wootricSettings = { external_id: '7', modal_theme: 'dark' }
    applyEvent(ann, {
      user: annUser,
      request: { event_name: 'Checkout' },
      group: { id: 'initech' },
      page: { name: 'Inbox of Ann' }
    })
    expect(applyEvent(bob, { user: { language: 'EN' } })).toEqual({ language: 'EN', modal_theme: 'dark' })
    expect(beacon.stops).toBe(1)
  })

  it('of another user clears a failed survey request', () => {
    applyEvent(ann, { user: annUser })
    getPageState().failedRequest = () => undefined
    applyEvent(bob)
    expect(getPageState().failedRequest).toBeUndefined()
  })

  it('of another user clears the earlier user even if the beacon cannot stop the survey', () => {
    applyEvent(ann, { user: annUser })
    defineGlobal('WootricSurvey', { value: { stop: throwError } })
    expect(applyEvent(bob)).toEqual({})
  })

  it('with another mapped user ID clears the earlier user', () => {
    applyEvent(visitor, { mappedUserId: 'crm-1', user: annUser })
    expect(applyEvent(visitor, { mappedUserId: 'crm-2', user: { language: 'EN' } })).toEqual({ language: 'EN' })
  })

  it('with an empty mapped user ID does not merge two users with the same anonymous ID', () => {
    const identify = (payload: object) =>
      applyEvent(
        visitor,
        convertUser(payload, () => undefined)
      )
    identify({ userId: 'crm-1', email: 'ann@example.com' })
    identify({ userId: null })
    expect(identify({ userId: 'crm-2' }).email).toBeUndefined()
  })

  it('of the first user keeps the survey and the values of the page', () => {
    window.wootricSettings = { external_id: '7' }
    expect(applyEvent(ann, { user: annUser })).toEqual({ ...annUser, external_id: '7' })
    expect(beacon.stops).toBe(0)
  })
})

describe('the respondent is remembered', () => {
  it('if the event changes the user or the group', () => {
    applyEvent(ann, { user: annUser })
    expect(localStorage.getItem(RECORD_KEY)).toContain('ann@example.com')
    applyEvent(ann, { group: { id: 'initech' } })
    expect(localStorage.getItem(RECORD_KEY)).toContain('initech')
  })

  it('but not if the event changes only the page or requests a survey', () => {
    applyEvent(ann, { page: { name: 'Inbox' }, request: { event_name: 'Checkout' } })
    expect(localStorage).toHaveLength(0)
  })

  it('but not if the site forbids it', () => {
    applyEvent(ann, { user: annUser, group: { id: 'initech' } }, false)
    expect(localStorage).toHaveLength(0)
  })
})

describe('a user who was remembered in another tab', () => {
  it('is restored when the user changes', () => {
    applyEvent(ann, { user: annUser })
    remember(bob, { email: 'bob@example.com' }, { id: 'globex' })
    expect(applyEvent(bob, { user: { language: 'EN' } })).toEqual({
      email: 'bob@example.com',
      language: 'EN',
      group_info: { id: 'globex' }
    })
  })

  it('is restored if the visitor has become a user there', () => {
    applyEvent(visitor, { page: { name: 'Home' } })
    remember(ann, annUser)
    expect(applyEvent(ann)).toEqual({ ...annUser, page_info: { name: 'Home' } })
  })

  it('is not restored if it is another user, and the record is removed', () => {
    applyEvent(ann, { user: annUser })
    remember({ userId: 'cid', anonymousId: 'visitor-3' }, { email: 'cid@example.com' })
    expect(applyEvent(bob)).toEqual({})
    expect(localStorage).toHaveLength(0)
  })

  it('is not restored if the site forbids it', () => {
    applyEvent(ann, { user: annUser }, false)
    remember(bob, { email: 'bob@example.com' })
    expect(applyEvent(bob, {}, false)).toEqual({})
  })

  it('does not replace newer values of the same user on this page', () => {
    applyEvent(ann, { user: annUser })
    remember(ann, { email: 'old@example.com' })
    expect(applyEvent(ann, { page: { name: 'Home' } })).toMatchObject(annUser)
  })

  it('is not restored if the page has its own user with a different email', () => {
    window.wootricSettings = { email: 'cid@example.com', external_id: '7' }
    remember(ann, annUser)
    expect(applyEvent(ann, { page: { name: 'Home' } })).toEqual({
      email: 'cid@example.com',
      external_id: '7',
      page_info: { name: 'Home' }
    })
  })
})

describe('a reset', () => {
  it('clears the user, the remembered user and the survey', () => {
    window.wootricSettings = { external_id: '7', modal_theme: 'dark' }
    applyEvent(ann, { user: annUser, group: { id: 'initech' }, page: { name: 'Inbox of Ann' } })
    resetUser()
    expect(getSentSettings()).toEqual({ modal_theme: 'dark' })
    expect(localStorage).toHaveLength(0)
    expect(beacon.stops).toBe(1)
    expect(getPageState().respondent).toEqual(EMPTY_RESPONDENT)
  })

  it('drops events that were made before it, and no events that are made after it', () => {
    addRecentEvent({ messageId: 'before' })
    const settle = jest.fn()
    getPageState().queue.push({ update: throwError, send: throwError, isSurveyRequest: true, settle })
    resetUser()
    addRecentEvent({ messageId: 'after' })
    expect(settle.mock.calls).toEqual([[expect.objectContaining({ code: 'dropped' })]])
    expect(() => checkIsCurrent({ messageId: 'before' }, {}, {})).toThrow('reset')
    expect(() => checkIsCurrent({ messageId: 'after' }, {}, {})).not.toThrow()
  })

  it('stops the survey and clears the remembered user even if the page prevents the rest', () => {
    applyEvent(ann, { user: annUser })
    defineGlobal('wootricSettings', { get: throwError, set: throwError })
    expect(resetUser).toThrow('wootricSettings')
    expect(beacon.stops).toBe(1)
    expect(localStorage).toHaveLength(0)
    expect(getPageState().respondent).toEqual(EMPTY_RESPONDENT)
  })
})

describe('on load', () => {
  it('the remembered user is restored with the group', () => {
    remember(ann, annUser, { id: 'initech' })
    restoreRespondent(ann, true)
    expect(getSentSettings()).toEqual({ ...annUser, group_info: { id: 'initech' } })
    expect(beacon.commands).toEqual([])
    expect(beacon.stops).toBe(0)
  })

  it.each([
    ['another user', bob],
    ['no user', visitor]
  ])('a remembered user is removed if analytics.js has stored %s', (_, stored) => {
    remember(ann, annUser)
    restoreRespondent(stored, true)
    expect(getSentSettings()).toEqual({})
    expect(localStorage).toHaveLength(0)
  })

  it('no user is restored if the site forbids it, and the record is removed', () => {
    remember(ann, annUser)
    restoreRespondent(ann, false)
    expect(getSentSettings()).toEqual({})
    expect(localStorage).toHaveLength(0)
  })

  it('no user is restored if analytics.js stores nothing', () => {
    remember(ann, annUser)
    restoreRespondent(undefined, true)
    expect(getSentSettings()).toEqual({})
  })

  it.each<[string, WootricSettings]>([
    ['another email', { email: 'bob@example.com' }],
    ['an external ID', { external_id: '7' }],
    ['a date', { created_at: 5 }],
    ['properties', { properties: { plan: 'free' } }]
  ])('the page’s own user stays if the page has %s', (_, own) => {
    window.wootricSettings = { ...own }
    remember(ann, annUser)
    restoreRespondent(ann, true)
    expect(getSentSettings()).toEqual(own)
  })

  it('the remembered user is restored over the page’s own user with the same email', () => {
    window.wootricSettings = { email: 'Ann@Example.com', external_id: '7' }
    remember(ann, annUser)
    restoreRespondent(ann, true)
    expect(getSentSettings()).toEqual({ ...annUser, external_id: '7' })
  })
})

describe('on return from the back/forward cache', () => {
  beforeEach(() => {
    applyEvent(ann, { user: annUser, page: { name: 'Inbox of Ann' } })
    addRecentEvent({ messageId: 'before' })
  })

  it.each([
    ['another user has', bob],
    ['no user has', visitor],
    ['another visitor has', { anonymousId: 'visitor-3' }]
  ])('the user is cleared and the survey is stopped if %s been stored', (_, stored) => {
    restoreRespondent(stored, true)
    expect(getSentSettings()).toEqual({})
    expect(beacon.stops).toBe(1)
    expect(() => checkIsCurrent({ messageId: 'before' }, {}, {})).toThrow('reset')
  })

  it('another user who has been stored is restored if remembered', () => {
    remember(bob, { email: 'bob@example.com' })
    restoreRespondent(bob, true)
    expect(getSentSettings()).toEqual({ email: 'bob@example.com' })
  })

  it('newer values of the same user are restored, and the page and the survey stay', () => {
    remember(ann, { email: 'new@example.com' }, { id: 'initech' })
    restoreRespondent(ann, true)
    expect(getSentSettings()).toEqual({
      email: 'new@example.com',
      group_info: { id: 'initech' },
      page_info: { name: 'Inbox of Ann' }
    })
    expect(beacon.stops).toBe(0)
    expect(() => checkIsCurrent({ messageId: 'before' }, {}, {})).not.toThrow()
  })

  it('nothing changes if analytics.js stores nothing', () => {
    restoreRespondent(undefined, true)
    expect(getSentSettings()).toMatchObject(annUser)
    expect(beacon.stops).toBe(0)
  })
})
