import { advanceTime } from '../test-support/advance-time'
import { FakeBeacon } from '../test-support/fake-beacon'
import { createPerform } from '../perform'
import { InMomentError } from '../errors'
import type { Settings } from '../generated-types'
import { clearRecentEvents } from '../recent-events'
import { getPageState } from '../page-state'
import type { Changes } from '../respondent'
import type { Warn } from '../warnings'
import type { BeaconCommand } from '../wootric/types'
import { FakeAnalytics, createFakeContext } from '../test-support/fake-analytics'
import { defineGlobal, resetPage, throwError } from '../test-support/reset-page'
import { addOwnScript } from '../test-support/beacon-scripts'
import { ACCOUNT_TOKEN, BASE_SETTINGS } from '../test-support/constants'
import { RECORD_KEY } from '../remembered-user'

type Description = (Changes & { command: BeaconCommand }) | undefined

/** The settings of an instance. The runtime passes the same object to all of its actions. */
const instance: Settings = { accountToken: ACCOUNT_TOKEN }

let beacon: FakeBeacon
let analytics: FakeAnalytics
let script: HTMLScriptElement

beforeEach(() => {
  resetPage()
  jest.useFakeTimers()
  beacon = new FakeBeacon()
  analytics = new FakeAnalytics()
  script = addOwnScript()
})

afterEach(() => jest.useRealTimers())

interface Given {
  event?: object
  settings?: Settings
  describe?: (payload: unknown, warn: Warn) => Description
}

/** Performs one event, and returns its warnings. */
async function performEvent({ event, settings = instance, describe }: Given): Promise<string[]> {
  const { context, warnings } = createFakeContext({ messageId: 'message-1', anonymousId: 'visitor-1', ...event })
  const perform = createPerform<unknown>(describe ?? (() => ({ request: { event_name: 'Checkout' }, command: 'run' })))
  await perform({}, { payload: {}, settings, analytics: analytics.asAnalytics, context, mapping: {} } as never)
  return warnings
}

/** Returns the error of an event that fails. */
async function getError(given: Given): Promise<InMomentError> {
  try {
    await performEvent(given)
  } catch (error) {
    if (error instanceof InMomentError) return error
    throw error
  }
  throw new Error('the delivery did not fail')
}

describe('an event', () => {
  beforeEach(() => beacon.install())

  it('applies its changes and sends its command', async () => {
    const group = { id: 'initech' }
    const describe = (): Description => ({ user: { email: 'ann@example.com' }, group, command: 'group' })
    await expect(performEvent({ describe })).resolves.toEqual([])
    expect(beacon.calls).toEqual([
      {
        command: 'group',
        settings: { ...BASE_SETTINGS, email: 'ann@example.com', group_info: group }
      }
    ])
  })

  it('is converted from its payload, with warnings in its own context', async () => {
    const describe = jest.fn((_: unknown, warn: Warn): Description => {
      warn('createdAt', 'was dropped because it is not a date')
      return { command: 'page' }
    })
    await expect(performEvent({ describe })).resolves.toEqual([
      'warn: InMoment: createdAt was dropped because it is not a date'
    ])
    expect(describe.mock.calls.map(([payload]) => payload)).toEqual([{}])
    expect(beacon.commands).toEqual(['page'])
  })

  it('sends nothing if its payload cannot be used', async () => {
    await expect(performEvent({ describe: () => undefined })).resolves.toEqual([])
    expect(beacon.calls).toEqual([])
    expect(window.wootricSettings?.event_name).toBeUndefined()
  })

  it('can still be sent by another mapping or instance if it has no command', async () => {
    await performEvent({ describe: () => undefined })
    await expect(performEvent({ settings: { ...instance } })).resolves.toEqual([])
    expect(beacon.commands).toEqual(['run'])
  })

  it('sets its IDs on the respondent', async () => {
    await performEvent({ event: { userId: 'ann' }, describe: () => ({ mappedUserId: 'crm-1', command: 'run' }) })
    expect(getPageState().respondent).toMatchObject({ userId: 'ann', anonymousId: 'visitor-1', mappedUserId: 'crm-1' })
  })

  it('is remembered if it identifies a user', async () => {
    analytics.stored.userId = 'ann'
    await performEvent({
      event: { userId: 'ann' },
      describe: () => ({ user: { email: 'ann@example.com' }, command: 'run' })
    })
    expect(localStorage.getItem(RECORD_KEY)).toContain('ann@example.com')
  })

  it.each([
    ['restoreUser is off', { ...instance, restoreUser: false }, {}],
    ['disableClientPersistence is set', instance, { disableClientPersistence: true }]
  ])('is not remembered if it identifies a user but %s', async (_, settings, options) => {
    analytics.options = options
    await performEvent({ settings, describe: () => ({ user: { email: 'ann@example.com' }, command: 'run' }) })
    expect(localStorage).toHaveLength(0)
    expect(beacon.last.settings.email).toBe('ann@example.com')
  })

  it.each(['InMoment Survey Shown', 'InMoment Survey Declined', 'InMoment Survey Response Submitted'])(
    'is ignored if its name is %s, because a survey would request the next survey',
    async (event) => {
      await expect(performEvent({ event: { event } })).resolves.toEqual([])
      await expect(performEvent({ event: { event }, settings: { accountToken: '' } })).resolves.toEqual([])
      expect(beacon.calls).toEqual([])
      expect(window.wootricSettings).toBeUndefined()
    }
  )
})

describe('survey callbacks', () => {
  const settings: Settings = { ...instance, surveyEvents: 'scores' }

  beforeEach(() => beacon.install())

  it('are added before a survey request', async () => {
    let callbacks: unknown
    window.wootric = () => (callbacks = window.wootricSettings?.callbacks)
    await performEvent({ settings })
    expect(Object.keys(callbacks ?? {}).sort()).toEqual(['after_decline', 'after_response', 'after_show'])
  })

  it('are not added for other commands', async () => {
    await performEvent({ settings, describe: () => ({ command: 'page' }) })
    expect(window.wootricSettings).not.toHaveProperty('callbacks')
  })

  it('do not prevent the survey if the page prevents them', async () => {
    window.wootricSettings = Object.defineProperty({}, 'callbacks', { get: throwError })
    await expect(performEvent({ settings })).resolves.toEqual([])
    expect(beacon.commands).toEqual(['run'])
  })
})

describe('an event that is dropped', () => {
  beforeEach(() => beacon.install())

  it('was made before a reset: it logs a warning, sends nothing and changes nothing', async () => {
    clearRecentEvents()
    const describe = jest.fn((): Description => ({ user: { email: 'ann@example.com' }, command: 'run' }))
    await expect(performEvent({ describe })).resolves.toEqual([
      expect.stringMatching(/^warn: InMoment: dropped the event .* reset/)
    ])
    expect(describe).not.toHaveBeenCalled()
    expect(beacon.calls).toEqual([])
    expect(getPageState().respondent.user).toEqual({})
  })

  it('was sent by another instance', async () => {
    await performEvent({})
    await expect(performEvent({ settings: { ...instance } })).resolves.toEqual([
      expect.stringMatching(/^warn: InMoment: dropped the event .* another instance/)
    ])
    expect(beacon.commands).toEqual(['run'])
  })

  it('is not one that another mapping of the same instance sent', async () => {
    await performEvent({})
    await expect(performEvent({ describe: () => ({ command: 'page' }) })).resolves.toEqual([])
    expect(beacon.commands).toEqual(['run', 'page'])
  })

  it('is not one without a message ID', async () => {
    await performEvent({ event: { messageId: undefined } })
    await performEvent({ event: { messageId: undefined }, settings: { ...instance } })
    expect(beacon.commands).toEqual(['run', 'run'])
  })
})

describe('an event fails', () => {
  beforeEach(() => beacon.install())

  it('if the account token is missing', async () => {
    const error = await getError({ settings: { accountToken: ' ' } })
    expect(error.code).toBe('account_token_missing')
    expect(beacon.calls).toEqual([])
  })

  it('if the page uses a different account token', async () => {
    window.wootricSettings = { account_token: 'NPS-00000000' }
    const describe = jest.fn((): Description => ({ user: { email: 'ann@example.com' }, command: 'run' }))
    expect((await getError({ describe })).code).toBe('account_token_conflict')
    expect(describe).not.toHaveBeenCalled()
    expect(beacon.calls).toEqual([])
    expect(window.wootricSettings).toEqual({ account_token: 'NPS-00000000' })
  })

  it('if the beacon throws', async () => {
    window.wootric = throwError
    const error = await getError({})
    expect(error.code).toBe('beacon_threw')
    expect(error.message).toMatch(/^InMoment: .* on run$/)
  })

  it('if the page prevents changes', async () => {
    defineGlobal('wootricSettings', { get: () => Object.freeze({}), set: () => undefined })
    expect((await getError({})).code).toBe('settings_locked')
    expect(beacon.calls).toEqual([])
  })

  it('if an unexpected error is thrown, without its message', async () => {
    const error = await getError({
      describe: () => {
        throw new RangeError('ann@example.com')
      }
    })
    expect(error).toMatchObject({ code: 'unexpected', message: 'InMoment: unexpected RangeError' })
    expect(JSON.stringify(error)).not.toContain('ann@example.com')
  })

  it('without an uncaught error if the runtime does not handle its promise', async () => {
    const unhandled = jest.fn()
    process.on('unhandledRejection', unhandled)
    try {
      const { context } = createFakeContext({})
      const args = { payload: {}, settings: { accountToken: '' }, analytics: analytics.asAnalytics, context }
      void createPerform<unknown>(() => ({ command: 'run' as const }))({}, args as never)
      jest.useRealTimers()
      await new Promise((resolve) => setTimeout(resolve, 5))
      expect(unhandled).not.toHaveBeenCalled()
    } finally {
      process.off('unhandledRejection', unhandled)
    }
  })
})

it('warns once per page about an account token in an unusual format, and uses it', async () => {
  beacon.install()
  const settings = { accountToken: 'token' }
  await expect(performEvent({ settings })).resolves.toEqual([
    expect.stringContaining('warn: InMoment: accountToken does not look like an account token')
  ])
  await expect(performEvent({ settings })).resolves.toEqual([])
  expect(beacon.last.settings.account_token).toBe('token')
})

describe('while the beacon is missing, an event', () => {
  const QUEUED: unknown = expect.stringContaining('warn: InMoment: the event is queued')

  it('resolves after at most one second', async () => {
    const settled = jest.fn()
    void performEvent({}).then(settled)
    await advanceTime(999)
    expect(settled).not.toHaveBeenCalled()
    await advanceTime(1)
    expect(settled.mock.calls).toEqual([[[QUEUED]]])
  })

  it('is sent without a warning if the beacon is ready within that second', async () => {
    const delivery = performEvent({})
    await advanceTime(500)
    beacon.install()
    await advanceTime(50)
    await expect(delivery).resolves.toEqual([])
    expect(beacon.commands).toEqual(['run'])
  })

  it('changes nothing until it is sent', async () => {
    void performEvent({ describe: () => ({ user: { email: 'ann@example.com' }, command: 'run' }) })
    await advanceTime(2_000)
    expect(window.wootricSettings?.email).toBeUndefined()
    beacon.install()
    await advanceTime(50)
    expect(beacon.last.settings.email).toBe('ann@example.com')
  })

  it('is added to the recent events immediately, so that no other instance sends it later', async () => {
    void performEvent({})
    await advanceTime(1_000)
    await expect(performEvent({ settings: { ...instance } })).resolves.toEqual([
      expect.stringMatching(/^warn: InMoment: dropped the event .* another instance/)
    ])
    beacon.install()
    await advanceTime(50)
    expect(beacon.commands).toEqual(['run'])
  })

  it('fails if the script fails within that second', async () => {
    const error = getError({})
    script.dispatchEvent(new Event('error'))
    await advanceTime(0)
    expect(await error).toMatchObject({
      code: 'beacon_failed',
      message: expect.stringContaining('its script could not be loaded or was blocked') as string
    })
  })

  it('logs a later failure as a warning in its context', async () => {
    const delivery = performEvent({})
    await advanceTime(1_000)
    const warnings = await delivery
    script.dispatchEvent(new Event('error'))
    await advanceTime(0)
    expect(warnings).toEqual([
      QUEUED,
      expect.stringMatching(/^warn: InMoment: .* its script could not be loaded or was blocked/)
    ])
  })

  it('logs an unexpected later error without its message', async () => {
    const delivery = performEvent({})
    await advanceTime(1_000)
    const warnings = await delivery
    window.wootric = throwError
    await advanceTime(50)
    expect(warnings).toEqual([QUEUED, expect.stringMatching(/^warn: InMoment: .* on run$/)])
  })
})
