import { Context } from '@segment/analytics-next'
import { BASE_SETTINGS } from '../../test-support/constants'
import type { FakeBeacon } from '../../test-support/fake-beacon'
import { getWarnings } from '../../test-support/get-warnings'
import { openPageWithBeacon } from '../../test-support/open-page'
import { loadAction } from '../../test-support/load-plugins'

let beacon: FakeBeacon

beforeEach(() => {
  beacon = openPageWithBeacon()
})

describe('Track Event', () => {
  it('requests a survey with the name and the properties of the event', async () => {
    const plugin = await loadAction('trackEvent')
    const properties = { language: 'de', total: 12.5, ordered: '2018-08-03T15:28:46Z' }
    await plugin.track?.(new Context({ type: 'track', event: 'Order Completed', userId: 'ann', properties }))
    expect(beacon.calls).toEqual([
      {
        command: 'run',
        settings: {
          ...BASE_SETTINGS,
          language: 'DE',
          properties: { language: 'de', total: 12.5, ordered_date: 1533310126 },
          event_name: 'Order Completed'
        }
      }
    ])
  })

  it('sends the values of an event with its own request only', async () => {
    const plugin = await loadAction('trackEvent')
    await plugin.track?.(new Context({ type: 'track', event: 'First', userId: 'ann', properties: { total: 12.5 } }))
    await plugin.track?.(new Context({ type: 'track', event: 'Second', userId: 'ann' }))
    expect(beacon.last.settings).toEqual({ ...BASE_SETTINGS, event_name: 'Second' })
  })

  it('sends the email of an event for a visitor only', async () => {
    const plugin = await loadAction('trackEvent')
    const event = { type: 'track', event: 'Order Completed', properties: { email: 'ann@example.com' } } as const
    await plugin.track?.(new Context({ ...event, anonymousId: 'visitor-1' }))
    expect(beacon.last.settings.email).toBe('ann@example.com')
    await plugin.track?.(new Context({ ...event, anonymousId: 'visitor-1', userId: 'bob' }))
    expect(beacon.last.settings).not.toHaveProperty('email')
  })

  it('requests no survey without an event name, with a warning', async () => {
    const plugin = await loadAction('trackEvent', { eventName: undefined })
    const context = new Context({ type: 'track', event: 'Order Completed', userId: 'ann' })
    await plugin.track?.(context)
    expect(beacon.calls).toEqual([])
    expect(getWarnings(context)).toEqual(['InMoment: eventName is missing: no survey was requested'])
  })

  it('rejects with an error that does not contain the data of the event if the beacon throws', async () => {
    const plugin = await loadAction('trackEvent')
    window.wootric = () => {
      throw new Error('no survey for ann@example.com')
    }
    const delivery = plugin.track?.(new Context({ type: 'track', event: 'Order Completed', userId: 'ann' }))
    await expect(delivery).rejects.toMatchObject({
      name: 'InMomentError',
      code: 'beacon_threw',
      message: 'InMoment: the beacon threw an error on run'
    })
  })
})
