import { FakeBeacon } from '../test-support/fake-beacon'
import type { Settings } from '../generated-types'
import { initialize } from '../initialize'
import { addRecentEvent, checkIsCurrent } from '../recent-events'
import { getPageState } from '../page-state'
import { rememberUser } from '../remembered-user'
import { EMPTY_RESPONDENT } from '../respondent'
import type { WootricSettings } from '../wootric/types'
import { FakeAnalytics } from '../test-support/fake-analytics'
import { defineGlobal, resetPage, throwError } from '../test-support/reset-page'
import { getBeaconScripts, preventLoading } from '../test-support/beacon-scripts'
import { ACCOUNT_TOKEN, BASE_SETTINGS } from '../test-support/constants'

const settings: Settings = { accountToken: ACCOUNT_TOKEN }

const ann = { userId: 'ann', anonymousId: 'visitor-1' }

let beacon: FakeBeacon
let analytics: FakeAnalytics

beforeEach(() => {
  resetPage()
  preventLoading()
  jest.useFakeTimers()
  beacon = new FakeBeacon()
  analytics = new FakeAnalytics({ ...ann })
})

afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})

function start(changes: Partial<Settings> = {}): void {
  initialize({ ...settings, ...changes }, analytics.asAnalytics)
}

function remember(email: string, ids: object = ann): void {
  rememberUser({ ...EMPTY_RESPONDENT, ...ids, user: { email } })
}

function getSentSettings(): WootricSettings {
  return JSON.parse(JSON.stringify(window.wootricSettings ?? {})) as WootricSettings
}

/** Emits the event of a page that is loaded, or restored from the back/forward cache. */
function showPage({ persisted }: { persisted: boolean }): void {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
}

describe('initialize', () => {
  it('restores the remembered user, sets the account token, and loads the beacon without a survey request', () => {
    remember('ann@example.com')
    start()
    expect(getSentSettings()).toEqual({ ...BASE_SETTINGS, email: 'ann@example.com' })
    expect(getBeaconScripts()).toHaveLength(1)
    expect(beacon.calls).toEqual([])
    expect(analytics.userCalls).toBe(0)
  })

  it('adds no script if the page has the beacon', () => {
    beacon.install()
    start()
    expect(getBeaconScripts()).toEqual([])
    expect(beacon.calls).toEqual([])
  })

  it('accepts an empty analytics object', () => {
    expect(() => initialize(settings, {})).not.toThrow()
    expect(getSentSettings()).toEqual(BASE_SETTINGS)
    expect(getBeaconScripts()).toHaveLength(1)
  })

  it('does not restore the user with restoreUser off, and removes the record', () => {
    remember('ann@example.com')
    start({ restoreUser: false })
    expect(getSentSettings()).toEqual(BASE_SETTINGS)
    expect(localStorage).toHaveLength(0)
  })

  it.each([
    ['an empty account token', '', {}],
    ['another account token than the page', ACCOUNT_TOKEN, { account_token: 'NPS-00000000' }]
  ])('changes nothing with %s', (_, accountToken, own) => {
    window.wootricSettings = { ...own }
    remember('ann@example.com')
    start({ accountToken, testMode: true })
    expect(getSentSettings()).toEqual(own)
    analytics.emit('reset')
    expect(getSentSettings()).toEqual(own)
    expect(getBeaconScripts()).toEqual([])
    expect(window.wootric_survey_immediately).toBeUndefined()
  })

  it('sets InMoment’s flags for testing in test mode only', () => {
    start()
    expect(window.wootric_survey_immediately).toBeUndefined()
    start({ testMode: true })
    expect([window.wootric_survey_immediately, window.wootric_no_surveyed_cookie]).toEqual([true, true])
  })

  it.each<[string, () => void]>([
    [
      'the page locks its settings',
      () => defineGlobal('wootricSettings', { get: () => Object.freeze({}), set: throwError })
    ],
    ['the page prevents reading its settings', () => defineGlobal('wootricSettings', { get: throwError })],
    [
      'the page locks the flags',
      () => defineGlobal('wootric_survey_immediately', { get: () => false, set: throwError })
    ],
    ['the page prevents scripts', () => jest.spyOn(document, 'createElement').mockImplementation(throwError)],
    ['the storage of analytics.js throws', () => jest.spyOn(analytics.storage, 'get').mockImplementation(throwError)],
    ['the queue of analytics.js throws', () => (analytics.queue = { isEmpty: throwError })]
  ])('does not throw if %s', (_, prepare) => {
    prepare()
    expect(() => start({ testMode: true })).not.toThrow()
  })

  it('still loads the beacon if restoring fails', () => {
    jest.spyOn(analytics.storage, 'get').mockImplementation(throwError)
    start()
    expect(getBeaconScripts()).toHaveLength(1)
  })
})

describe('events of analytics.js', () => {
  it('clear the user and the record, and stop the survey, on reset', () => {
    beacon.install()
    remember('ann@example.com')
    start()
    analytics.emit('reset')
    expect(getSentSettings()).toEqual(BASE_SETTINGS)
    expect(localStorage).toHaveLength(0)
    expect(beacon.stops).toBe(1)
  })

  it('are added to the recent events, so that a later reset drops them', () => {
    start()
    analytics.emit('dispatch_start', { event: { messageId: 'before' } })
    analytics.emit('reset')
    analytics.emit('dispatch_start', { event: { messageId: 'after' } })
    expect(() => checkIsCurrent({ messageId: 'before' }, {}, {})).toThrow('reset')
    expect(() => checkIsCurrent({ messageId: 'after' }, {}, {})).not.toThrow()
  })

  it('are detected if analytics.js has stored them on an earlier page', () => {
    analytics.queue = { isEmpty: () => false }
    start()
    expect(getPageState().hasEarlierEvents).toBe(true)
  })

  it('cause no error in analytics.js on reset if the page prevents changes', () => {
    start()
    defineGlobal('wootricSettings', { get: throwError, set: throwError })
    expect(() => analytics.emit('reset')).not.toThrow()
    expect(getPageState().respondent).toEqual(EMPTY_RESPONDENT)
  })
})

describe('pageshow', () => {
  beforeEach(() => {
    beacon.install()
    remember('ann@example.com')
    start()
    addRecentEvent({ messageId: 'before' })
  })

  afterEach(() => expect(analytics.userCalls).toBe(0))

  it('changes nothing if the page was loaded', () => {
    analytics.stored.userId = undefined
    showPage({ persisted: false })
    expect(getSentSettings().email).toBe('ann@example.com')
    expect(beacon.stops).toBe(0)
  })

  it('clears a user who has logged out if the page was cached', () => {
    Object.assign(analytics.stored, { userId: undefined, anonymousId: 'visitor-2' })
    localStorage.clear()
    showPage({ persisted: true })
    expect(getSentSettings()).toEqual(BASE_SETTINGS)
    expect(beacon.stops).toBe(1)
    expect(() => checkIsCurrent({ messageId: 'before' }, {}, {})).toThrow('reset')
  })

  it('restores another user who has logged in if the page was cached', () => {
    Object.assign(analytics.stored, { userId: 'bob', anonymousId: 'visitor-2' })
    remember('bob@example.com', { userId: 'bob', anonymousId: 'visitor-2' })
    showPage({ persisted: true })
    expect(getSentSettings()).toEqual({ ...BASE_SETTINGS, email: 'bob@example.com' })
    expect(beacon.stops).toBe(1)
  })

  it('restores newer values of the same user if the page was cached', () => {
    remember('new@example.com')
    showPage({ persisted: true })
    expect(getSentSettings()).toEqual({ ...BASE_SETTINGS, email: 'new@example.com' })
    expect(beacon.stops).toBe(0)
  })

  it('causes no error on the page', () => {
    jest.spyOn(analytics.storage, 'get').mockImplementation(throwError)
    const uncaught = jest.fn((event: Event) => event.preventDefault())
    window.addEventListener('error', uncaught)
    showPage({ persisted: true })
    window.removeEventListener('error', uncaught)
    expect(uncaught).not.toHaveBeenCalled()
  })
})
