import { VERSION } from '../destinations/inmoment/version'
import type { Analytics, MiddlewareFunction } from '@segment/analytics-next'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, loadPage, loadWithFactory, registerPlugins } from '../../test/support/page'

const ANN = { email: 'ann@example.com', plan: 'enterprise' }

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
})

function openNextPage(): Promise<Analytics> {
  loadPage()
  beacon.install()
  return loadWithFactory()
}

/** Everything of Ann that the beacon received, or that the settings or the destination's record still contain. */
function visibleValues(): string[] {
  const record = localStorage.getItem('segment_actions_inmoment_user')
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
  expect(visibleValues()).toEqual([])

  loadPage()
  beacon.install()
  analytics = await load()
  expect(visibleValues()).toEqual([])
  await analytics.track('Checkout')
  await analytics.page()
  expect(beacon.commands).toEqual(['run', 'run', 'page'])
  expect(visibleValues()).toEqual([])
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
    analytics = await openNextPage()
    await analytics.track('Checkout')
    expect(beacon.calls.map(({ settings }) => settings.properties)).toEqual(Array(3).fill({ plan: 'free' }))
    expect(visibleValues()).toEqual(['free'])
  })

  it('still clears the former user, whose values no command has', async () => {
    let analytics = await loadWithFactory()
    await analytics.identify('bob', { plan: 'free' })
    await analytics.identify('ann', ANN, { integrations })
    await analytics.track('Checkout')
    analytics = await openNextPage()
    await analytics.track('Checkout')
    for (const { settings } of beacon.calls.slice(1)) {
      expect(settings).toEqual({
        account_token: 'NPS-4aeb53c1',
        version: VERSION,
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
    analytics = await openNextPage()
    await analytics.track('X')

    expect(beacon.commands).toEqual(['run', 'run'])
    for (const { settings } of beacon.calls) {
      expect(settings).toMatchObject({ segment_user_id: 'ann', properties: { plan: 'enterprise' } })
    }
    expect(visibleValues()).toEqual(['enterprise'])
  })

  it('that drops the identify withholds all of it, on this page or the next', async () => {
    let analytics = await loadWithFactory()
    await analytics.addDestinationMiddleware('InMoment (Actions)', ({ payload, next }) =>
      next(payload.type() === 'identify' ? null : payload)
    )
    await analytics.identify('ann', ANN)
    await analytics.track('X')
    analytics = await openNextPage()
    await analytics.track('X')
    expect(beacon.commands).toEqual(['run', 'run'])
    expect(visibleValues()).toEqual([])
  })
})

it('source middleware that deletes the email for every destination withholds it from InMoment', async () => {
  let analytics = await loadWithFactory()
  await analytics.addSourceMiddleware(withoutEmail())
  await analytics.identify('ann', ANN)
  analytics = await openNextPage()
  await analytics.track('X')
  expect(beacon.calls.map(({ settings }) => settings.properties)).toEqual([
    { plan: 'enterprise' },
    { plan: 'enterprise' }
  ])
  expect(visibleValues()).toEqual(['enterprise'])
})
