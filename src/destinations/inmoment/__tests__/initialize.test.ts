import { FakeBeacon } from '../../../../test/support/fake-beacon'
import type { Settings } from '../generated-types'
import { initialize } from '../initialize'
import { recordMadeEvent, checkIsCurrent } from '../made-events'
import { pageState } from '../page-state'
import { rememberUser } from '../remembered-user'
import { EMPTY_RESPONDENT } from '../respondent'
import type { WootricSettings } from '../wootric/types'
import { FakeAnalytics } from '../../../../test/support/fake-analytics'
import { defineGlobal, resetPage, throwPageError } from '../../../../test/support/reset-page'
import { getBeaconScripts, preventFetch } from '../../../../test/support/beacon-scripts'
import { ACCOUNT_TOKEN, BASE_SETTINGS } from '../../../../test/support/constants'

const settings: Settings = { accountToken: ACCOUNT_TOKEN }

const ann = { userId: 'ann', anonymousId: 'visitor-1' }

let beacon: FakeBeacon
let analytics: FakeAnalytics

beforeEach(() => {
  resetPage()
  preventFetch()
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

function current(): WootricSettings {
  return JSON.parse(JSON.stringify(window.wootricSettings ?? {})) as WootricSettings
}

/** The event of a page that comes from the back/forward cache, or of one that is loaded. */
function showPage({ persisted }: { persisted: boolean }): void {
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted }))
}

describe('initialize', () => {
  it('restores the remembered user, sets the account, and loads the beacon without a survey request', () => {
    remember('ann@example.com')
    start()
    expect(current()).toEqual({ ...BASE_SETTINGS, email: 'ann@example.com' })
    expect(getBeaconScripts()).toHaveLength(1)
    expect(beacon.calls).toEqual([])
    expect(analytics.userCalls).toBe(0)
  })

  it('adds no script if the beacon is there', () => {
    beacon.install()
    start()
    expect(getBeaconScripts()).toEqual([])
    expect(beacon.calls).toEqual([])
  })

  it('accepts an empty analytics object', () => {
    expect(() => initialize(settings, {})).not.toThrow()
    expect(current()).toEqual(BASE_SETTINGS)
    expect(getBeaconScripts()).toHaveLength(1)
  })

  it('does not restore the user with restoreUser off, and removes the record', () => {
    remember('ann@example.com')
    start({ restoreUser: false })
    expect(current()).toEqual(BASE_SETTINGS)
    expect(localStorage).toHaveLength(0)
  })

  it.each([
    ['an empty account token', '', {}],
    ['another account token than the page', ACCOUNT_TOKEN, { account_token: 'NPS-00000000' }]
  ])('changes nothing with %s', (_, accountToken, own) => {
    window.wootricSettings = { ...own }
    remember('ann@example.com')
    start({ accountToken, testMode: true })
    expect(current()).toEqual(own)
    analytics.emit('reset')
    expect(current()).toEqual(own)
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
      () => defineGlobal('wootricSettings', { get: () => Object.freeze({}), set: throwPageError })
    ],
    ['the page prevents reading its settings', () => defineGlobal('wootricSettings', { get: throwPageError })],
    [
      'the page locks the flags',
      () => defineGlobal('wootric_survey_immediately', { get: () => false, set: throwPageError })
    ],
    ['the page prevents scripts', () => jest.spyOn(document, 'createElement').mockImplementation(throwPageError)],
    [
      'the storage of analytics.js throws',
      () => jest.spyOn(analytics.storage, 'get').mockImplementation(throwPageError)
    ],
    ['the queue of analytics.js throws', () => (analytics.queue = { isEmpty: throwPageError })]
  ])('does not throw if %s', (_, prepare) => {
    prepare()
    expect(() => start({ testMode: true })).not.toThrow()
  })

  it('still loads the beacon if restoring fails', () => {
    jest.spyOn(analytics.storage, 'get').mockImplementation(throwPageError)
    start()
    expect(getBeaconScripts()).toHaveLength(1)
  })
})

describe('events of analytics.js', () => {
  it('a reset clears the user and the record, and stops the survey', () => {
    beacon.install()
    remember('ann@example.com')
    start()
    analytics.emit('reset')
    expect(current()).toEqual(BASE_SETTINGS)
    expect(localStorage).toHaveLength(0)
    expect(beacon.stops).toBe(1)
  })

  it('an event that is made is recorded, so that a later reset drops it and an earlier one does not', () => {
    start()
    analytics.emit('dispatch_start', { event: { messageId: 'before' } })
    analytics.emit('reset')
    analytics.emit('dispatch_start', { event: { messageId: 'after' } })
    expect(() => checkIsCurrent({ messageId: 'before' }, {}, {})).toThrow('reset')
    expect(() => checkIsCurrent({ messageId: 'after' }, {}, {})).not.toThrow()
  })

  it('events of an earlier page are recognized', () => {
    analytics.queue = { isEmpty: () => false }
    start()
    expect(pageState().hasEarlierEvents).toBe(true)
  })

  it('a reset causes no error in analytics.js if the page prevents changes', () => {
    start()
    defineGlobal('wootricSettings', { get: throwPageError, set: throwPageError })
    expect(() => analytics.emit('reset')).not.toThrow()
    expect(pageState().respondent).toEqual(EMPTY_RESPONDENT)
  })
})

describe('pageshow', () => {
  beforeEach(() => {
    beacon.install()
    remember('ann@example.com')
    start()
    recordMadeEvent({ messageId: 'before' })
  })

  afterEach(() => expect(analytics.userCalls).toBe(0))

  it('of a page that was loaded changes nothing', () => {
    analytics.stored.userId = undefined
    showPage({ persisted: false })
    expect(current().email).toBe('ann@example.com')
    expect(beacon.stops).toBe(0)
  })

  it('of a cached page clears a user who has logged out', () => {
    Object.assign(analytics.stored, { userId: undefined, anonymousId: 'visitor-2' })
    localStorage.clear()
    showPage({ persisted: true })
    expect(current()).toEqual(BASE_SETTINGS)
    expect(beacon.stops).toBe(1)
    expect(() => checkIsCurrent({ messageId: 'before' }, {}, {})).toThrow('reset')
  })

  it('of a cached page restores another user who has logged in', () => {
    Object.assign(analytics.stored, { userId: 'bob', anonymousId: 'visitor-2' })
    remember('bob@example.com', { userId: 'bob', anonymousId: 'visitor-2' })
    showPage({ persisted: true })
    expect(current()).toEqual({ ...BASE_SETTINGS, email: 'bob@example.com' })
    expect(beacon.stops).toBe(1)
  })

  it('of a cached page restores newer values of the same user', () => {
    remember('new@example.com')
    showPage({ persisted: true })
    expect(current()).toEqual({ ...BASE_SETTINGS, email: 'new@example.com' })
    expect(beacon.stops).toBe(0)
  })

  it('of a cached page causes no error of the page', () => {
    jest.spyOn(analytics.storage, 'get').mockImplementation(throwPageError)
    const uncaught = jest.fn((event: Event) => event.preventDefault())
    window.addEventListener('error', uncaught)
    showPage({ persisted: true })
    window.removeEventListener('error', uncaught)
    expect(uncaught).not.toHaveBeenCalled()
  })
})
