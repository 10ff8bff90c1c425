import { advanceTime } from '../test-support/advance-time'
import { FakeBeacon } from '../test-support/fake-beacon'
import { queueEvent, dropQueuedEvents, startQueue } from '../event-queue'
import { getPageState } from '../page-state'
import { applyChanges, EMPTY_RESPONDENT } from '../respondent'
import { syncSettings } from '../sync-settings'
import { sendCommand } from '../wootric/beacon'
import { resetPage, throwError } from '../test-support/reset-page'
import { getBeaconScripts, getOnlyScript, preventLoading } from '../test-support/beacon-scripts'

const BLOCKED = {
  code: 'beacon_failed',
  message: expect.stringContaining('its script could not be loaded or was blocked') as string
}

let beacon: FakeBeacon
let updates: string[]
let pending: Promise<void>[]

beforeEach(() => {
  resetPage()
  preventLoading()
  jest.useFakeTimers()
  beacon = new FakeBeacon()
  updates = []
  pending = []
})

afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
})

/** Queues a survey request or a page command for a user with this email, and returns the result. */
function queueUpdate(email: string, { command = 'run' }: { command?: 'run' | 'page' } = {}): Promise<unknown> {
  const event = {
    update: () => {
      updates.push(email)
      const state = getPageState()
      state.respondent = applyChanges(state.respondent, { user: { email } })
      syncSettings(state.respondent)
    },
    send: () => sendCommand(command),
    isSurveyRequest: command === 'run'
  }
  return queueEvent(event, (delivery) => {
    delivery.catch(() => undefined)
    pending.push(delivery)
  }).then(
    () => 'resolved',
    (error: unknown) => error
  )
}

/** Returns the email at each command of the beacon. */
function getEmails(): unknown[] {
  return beacon.calls.map(({ settings }) => settings.email)
}

function fail(): void {
  getOnlyScript().dispatchEvent(new Event('error'))
}

async function installBeacon(): Promise<void> {
  beacon.install()
  await advanceTime(1_000)
}

describe('with a beacon', () => {
  it('an event is sent immediately, and no script is added', async () => {
    beacon.install()
    const delivery = queueUpdate('ann')
    expect(getEmails()).toEqual(['ann'])
    await expect(delivery).resolves.toBe('resolved')
    expect(getBeaconScripts()).toEqual([])
    expect(jest.getTimerCount()).toBe(0)
    expect(pending).toEqual([])
  })

  it('an event that fails has no effect on the next', async () => {
    beacon.install()
    window.wootric = throwError
    await expect(queueUpdate('ann')).resolves.toMatchObject({ code: 'beacon_threw' })
    beacon.install()
    await expect(queueUpdate('bob')).resolves.toBe('resolved')
    expect(getEmails()).toEqual(['bob'])
  })
})

describe('without a beacon', () => {
  it('events are queued and sent in order once it is ready, each with its own state', async () => {
    const deliveries = [queueUpdate('ann'), queueUpdate('bob', { command: 'page' }), queueUpdate('cid')]
    expect(updates).toEqual([])
    await installBeacon()
    expect(beacon.commands).toEqual(['run', 'page', 'run'])
    expect(getEmails()).toEqual(['ann', 'bob', 'cid'])
    await expect(Promise.all(deliveries)).resolves.toEqual(['resolved', 'resolved', 'resolved'])
    expect(pending).toEqual([])
  })

  it('an event is sent after the events that were queued before it, even if it is the first to find the beacon', async () => {
    void queueUpdate('ann')
    beacon.install()
    await queueUpdate('bob')
    expect(getEmails()).toEqual(['ann', 'bob'])
    await installBeacon()
    expect(getEmails()).toEqual(['ann', 'bob'])
  })

  it('only one script is added for all queued events', () => {
    startQueue()
    void queueUpdate('ann')
    startQueue()
    expect(getBeaconScripts()).toHaveLength(1)
  })

  it('all calls wait at most one second in total', async () => {
    startQueue()
    await advanceTime(600)
    const settled = jest.fn()
    void queueUpdate('ann').then(settled)
    await advanceTime(399)
    expect(settled).not.toHaveBeenCalled()
    await advanceTime(1)
    expect(settled).toHaveBeenCalledWith('resolved')
    expect(pending).toHaveLength(1)
    void queueUpdate('bob').then(settled)
    await advanceTime(0)
    expect(settled).toHaveBeenCalledTimes(2)
    expect(pending).toHaveLength(2)
  })

  it('events are sent even if the beacon takes very long to load', async () => {
    void queueUpdate('ann')
    await advanceTime(600_000)
    await installBeacon()
    expect(getEmails()).toEqual(['ann'])
    await expect(Promise.all(pending)).resolves.toEqual([undefined])
  })

  it('the newest 100 events are sent, and the older ones fail but update the user', async () => {
    const deliveries = Array.from({ length: 102 }, (_, index) => queueUpdate(`user-${index}`))
    expect(updates).toEqual(['user-0', 'user-1'])
    const [first, second, third] = deliveries
    const full = {
      code: 'queue_full',
      message: expect.stringContaining('more than 100') as string
    }
    await expect(first).resolves.toMatchObject(full)
    await expect(second).resolves.toMatchObject(full)
    await installBeacon()
    await expect(third).resolves.toBe('resolved')
    expect(getEmails()).toEqual(Array.from({ length: 100 }, (_, index) => `user-${index + 2}`))
  })

  it('100 events are all sent', async () => {
    for (let index = 0; index < 100; index++) void queueUpdate(`user-${index}`)
    await installBeacon()
    expect(beacon.calls).toHaveLength(100)
  })

  it('a survey request that was dropped because the queue was full is not requested later', async () => {
    void queueUpdate('ann')
    for (let index = 0; index < 100; index++) void queueUpdate(`user-${index}`, { command: 'page' })
    await installBeacon()
    expect(beacon.commands).not.toContain('run')
  })
})

describe('after a reset', () => {
  it('queued events are dropped and never sent', async () => {
    const delivery = queueUpdate('ann')
    dropQueuedEvents()
    await expect(delivery).resolves.toMatchObject({
      code: 'dropped',
      message: expect.stringContaining('reset') as string
    })
    await installBeacon()
    expect(beacon.calls).toEqual([])
    expect(updates).toEqual([])
  })

  it('a new event is queued and sent', async () => {
    void queueUpdate('ann')
    dropQueuedEvents()
    void queueUpdate('bob')
    await installBeacon()
    expect(getEmails()).toEqual(['bob'])
  })
})

describe('if the script fails', () => {
  it('queued and later events fail immediately with the cause, but update the user', async () => {
    const queued = queueUpdate('ann')
    fail()
    await expect(queued).resolves.toMatchObject(BLOCKED)
    await expect(queueUpdate('bob')).resolves.toMatchObject(BLOCKED)
    expect(updates).toEqual(['ann', 'bob'])
    expect(pending).toEqual([])
    expect(getBeaconScripts()).toEqual([])
  })

  it('the last survey request is sent once for the current user if the beacon loads anyway', async () => {
    void queueUpdate('ann')
    fail()
    await queueUpdate('bob')
    await queueUpdate('cid', { command: 'page' })
    await installBeacon()
    expect(beacon.calls).toMatchObject([{ command: 'run', settings: { email: 'cid' } }])
    await queueUpdate('dan', { command: 'page' })
    expect(beacon.commands).toEqual(['run', 'page'])
  })

  it('no survey request is sent if the beacon loads anyway and there was none before', async () => {
    void queueUpdate('ann', { command: 'page' })
    fail()
    await installBeacon()
    expect(beacon.calls).toEqual([])
  })

  it('a failed survey request that fails again causes no error', async () => {
    void queueUpdate('ann')
    fail()
    window.wootric = throwError
    await expect(advanceTime(1_000)).resolves.toBeUndefined()
    beacon.install()
    await expect(queueUpdate('bob')).resolves.toBe('resolved')
    expect(getEmails()).toEqual(['bob'])
  })

  it('the failed survey request is sent once, before the next event, if that event is the first to find the beacon', async () => {
    void queueUpdate('ann')
    fail()
    beacon.install()
    await queueUpdate('bob')
    await installBeacon()
    expect(getEmails()).toEqual(['ann', 'bob'])
  })
})

describe('if the page removes the beacon', () => {
  it('events fail immediately, no script is added, and the last survey request is sent once if the beacon returns', async () => {
    beacon.install()
    await queueUpdate('ann')
    Reflect.deleteProperty(window, 'wootric')
    await expect(queueUpdate('bob')).resolves.toMatchObject({
      code: 'beacon_failed',
      message: expect.stringContaining('window.wootric is not a function') as string
    })
    expect(getBeaconScripts()).toEqual([])
    beacon.install()
    await expect(queueUpdate('cid')).resolves.toBe('resolved')
    expect(getEmails()).toEqual(['ann', 'bob', 'cid'])
  })
})

it('an event is not sent if its update fails', async () => {
  beacon.install()
  const delivery = queueEvent(
    { update: throwError, send: () => sendCommand('run'), isSurveyRequest: true },
    () => undefined
  )
  await expect(delivery).rejects.toMatchObject({ code: 'unexpected', message: 'InMoment: unexpected Error' })
  expect(beacon.calls).toEqual([])
  expect(getPageState().respondent).toEqual(EMPTY_RESPONDENT)
})
