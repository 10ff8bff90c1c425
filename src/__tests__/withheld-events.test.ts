import type { Analytics, MiddlewareFunction } from '@segment/analytics-next'
import { RECORD_KEY } from '../destinations/inmoment/remembered-user'
import { BASE_SETTINGS } from '../destinations/inmoment/test-support/constants'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { loadWithFactory, openPage, registerPlugins } from '../../test/support/page'
import { reloadPage } from '../destinations/inmoment/test-support/reset-page'

const ANN = { email: 'ann@example.com', plan: 'enterprise' }

let beacon: FakeBeacon

beforeEach(() => {
  beacon = openPage()
})

function loadNextPage(): Promise<Analytics> {
  reloadPage()
  beacon.install()
  return loadWithFactory()
}

/** The values of these users that the beacon received, or that the settings or the record have. */
function findValues(): string[] {
  const record = localStorage.getItem(RECORD_KEY)
  const text = JSON.stringify([beacon.calls, window.wootricSettings, record])
  return ['ann@example.com', 'enterprise', 'free'].filter((value) => text.includes(value))
}

async function expectNothingWithheld(
  load: () => Promise<Analytics>,
  integrations: Record<string, boolean | undefined>
): Promise<void> {
  let analytics = await load()
  await analytics.identify('ann', ANN, { integrations })
  await analytics.track('Checkout')
  expect(findValues()).toEqual([])

  reloadPage()
  beacon.install()
  analytics = await load()
  expect(findValues()).toEqual([])
  await analytics.track('Checkout')
  await analytics.page()
  expect(beacon.commands).toEqual(['run', 'run', 'page'])
  expect(findValues()).toEqual([])
}

describe.each([
  ['by name', { 'InMoment (Actions)': false }],
  ['by All', { All: false }]
])('an identify withheld %s', (_, integrations) => {
  it.each([
    ['the factory', loadWithFactory],
    ['register', registerPlugins]
  ])('never reaches InMoment, on this page or the next, if loaded with %s', (_, load) =>
    expectNothingWithheld(load, integrations)
  )

  it('does not change the values of a delivered identify, on this page or the next', async () => {
    let analytics = await loadWithFactory()
    await analytics.identify('ann', { plan: 'free' })
    await analytics.identify('ann', ANN, { integrations })
    await analytics.track('Checkout')
    analytics = await loadNextPage()
    await analytics.track('Checkout')
    expect(beacon.calls.map(({ settings }) => settings.properties)).toEqual(Array(3).fill({ plan: 'free' }))
    expect(findValues()).toEqual(['free'])
  })

  it('still clears the former user, whose values no command has', async () => {
    let analytics = await loadWithFactory()
    await analytics.identify('bob', { plan: 'free' })
    await analytics.identify('ann', ANN, { integrations })
    await analytics.track('Checkout')
    analytics = await loadNextPage()
    await analytics.track('Checkout')
    for (const { settings } of beacon.calls.slice(1)) {
      expect(settings).toEqual({
        ...BASE_SETTINGS,
        event_name: 'Checkout',
        properties: {}
      })
    }
  })
})

function withoutEmail(): MiddlewareFunction {
  return ({ payload, next }) => {
    const { traits } = payload.obj as { traits?: { email?: string } }
    if (traits) delete traits.email
    next(payload)
  }
}

describe('destination middleware', () => {
  it('that deletes the email does not affect the other traits, on this page and the next', async () => {
    let analytics = await loadWithFactory()
    await analytics.addDestinationMiddleware('InMoment (Actions)', withoutEmail())
    await analytics.identify('ann', ANN)
    analytics = await loadNextPage()
    await analytics.track('X')

    expect(beacon.commands).toEqual(['run', 'run'])
    for (const { settings } of beacon.calls) {
      expect(settings).toMatchObject({ segment_user_id: 'ann', properties: { plan: 'enterprise' } })
    }
    expect(findValues()).toEqual(['enterprise'])
  })

  it('that drops the identify withholds all of it, on this page or the next', async () => {
    let analytics = await loadWithFactory()
    await analytics.addDestinationMiddleware('InMoment (Actions)', ({ payload, next }) =>
      next(payload.type() === 'identify' ? null : payload)
    )
    await analytics.identify('ann', ANN)
    await analytics.track('X')
    analytics = await loadNextPage()
    await analytics.track('X')
    expect(beacon.commands).toEqual(['run', 'run'])
    expect(findValues()).toEqual([])
  })
})

it('source middleware that deletes the email for every destination withholds it from InMoment', async () => {
  let analytics = await loadWithFactory()
  await analytics.addSourceMiddleware(withoutEmail())
  await analytics.identify('ann', ANN)
  analytics = await loadNextPage()
  await analytics.track('X')
  expect(beacon.calls.map(({ settings }) => settings.properties)).toEqual([
    { plan: 'enterprise' },
    { plan: 'enterprise' }
  ])
  expect(findValues()).toEqual(['enterprise'])
})
