import { destination, presetSubscriptions, type Subscription } from '..'
import { createDefaultMapping } from '../destinations/inmoment/fields'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, registerPlugins, warningsOf } from '../../test/support/page'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
})

describe('warnings', () => {
  const bad = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`bad${index}`, NaN]))

  it('are all logged up to 20, without one that counts', async () => {
    const analytics = await registerPlugins()
    const twenty = Object.fromEntries(Object.entries(bad).slice(0, 20))
    const context = await analytics.track('Order Completed', twenty)
    expect(warningsOf(context)).toHaveLength(20)
    expect(warningsOf(context).join()).not.toContain('more values')
  })

  it('start again with each event', async () => {
    const analytics = await registerPlugins()
    for (const name of ['First', 'Second']) {
      expect(warningsOf(await analytics.track(name, bad))).toHaveLength(21)
    }
  })

  // Each mapping counts its own.
  it('are at most 20, and one that counts for each mapping, if two mappings match the event', async () => {
    const mapping = {
      ...createDefaultMapping(destination.actions.requestSurvey?.fields ?? {}),
      properties: { '@path': '$.properties' }
    }
    const requestSurvey: Subscription = {
      name: 'Request Survey',
      enabled: true,
      partnerAction: 'requestSurvey',
      subscribe: 'type = "track"',
      mapping
    }
    const analytics = await registerPlugins({ subscriptions: [...presetSubscriptions(), requestSurvey] })
    const context = await analytics.track('Order Completed', bad)
    expect(beacon.commands).toEqual(['run', 'run'])
    const [single, counts] = [false, true].map((isCount) =>
      warningsOf(context).filter((warning) => warning.includes('more values') === isCount)
    )
    expect(single).toHaveLength(20)
    expect(counts?.length).toBeLessThanOrEqual(2)
  })
})
