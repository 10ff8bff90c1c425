import { presetSubscriptions } from '..'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { getWarnings, openPage, registerPlugins } from '../../test/support/page'
import { requestSurveyOn } from '../../test/support/subscriptions'

let beacon: FakeBeacon

beforeEach(() => {
  beacon = openPage()
})

describe('warnings', () => {
  const bad = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`bad${index}`, NaN]))

  it('are all logged up to 20, without one that counts', async () => {
    const analytics = await registerPlugins()
    const twenty = Object.fromEntries(Object.entries(bad).slice(0, 20))
    const context = await analytics.track('Order Completed', twenty)
    expect(getWarnings(context)).toHaveLength(20)
    expect(getWarnings(context).join()).not.toContain('more values')
  })

  it('start again with each event', async () => {
    const analytics = await registerPlugins()
    for (const name of ['First', 'Second']) {
      expect(getWarnings(await analytics.track(name, bad))).toHaveLength(21)
    }
  })

  it('are at most 20, and one that counts for each mapping, if two mappings match the event', async () => {
    const requestSurvey = requestSurveyOn('type = "track"', { properties: { '@path': '$.properties' } })
    const analytics = await registerPlugins({ subscriptions: [...presetSubscriptions(), requestSurvey] })
    const context = await analytics.track('Order Completed', bad)
    expect(beacon.commands).toEqual(['run', 'run'])
    const [single, counts] = [false, true].map((isCount) =>
      getWarnings(context).filter((warning) => warning.includes('more values') === isCount)
    )
    expect(single).toHaveLength(20)
    expect(counts?.length).toBeLessThanOrEqual(2)
  })
})
