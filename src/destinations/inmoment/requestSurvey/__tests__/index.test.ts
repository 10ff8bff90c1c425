import { Context } from '@segment/analytics-next'
import { BASE_SETTINGS } from '../../test-support/constants'
import type { FakeBeacon } from '../../test-support/fake-beacon'
import { openPageWithBeacon } from '../../test-support/open-page'
import { loadAction } from '../../test-support/load-plugins'

let beacon: FakeBeacon

beforeEach(() => {
  beacon = openPageWithBeacon()
})

describe('Request Survey', () => {
  it('requests a survey without an event name', async () => {
    const mapping = { productName: 'Coffee', audience: 'a friend', properties: { '@path': '$.properties' } }
    const plugin = await loadAction('requestSurvey', mapping)
    const properties = { language: 'de', total: 12.5 }
    await plugin.track?.(new Context({ type: 'track', event: 'Order Completed', userId: 'ann', properties }))
    expect(beacon.calls).toEqual([
      {
        command: 'run',
        settings: {
          ...BASE_SETTINGS,
          language: 'DE',
          product_name: 'Coffee',
          wootric_recommend_target: 'a friend',
          properties,
          event_name: null
        }
      }
    ])
  })

  it('requests no survey for an event that does not match the trigger', async () => {
    const plugin = await loadAction('requestSurvey')
    await plugin.track?.(new Context({ type: 'track', event: 'Product Viewed', userId: 'ann' }))
    expect(beacon.calls).toEqual([])
  })
})
