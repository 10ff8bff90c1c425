import { VERSION } from '../destinations/inmoment/version'
import type { Analytics } from '@segment/analytics-next'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, registerPlugins, warningsOf } from '../../test/support/page'

const ANN = { email: 'ann@example.com', createdAt: '2018-08-03T15:28:46.493Z', language: 'EN', plan: 'pro' }

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
  window.wootricSettings = { modal_theme: 'dark' }
  analytics = await registerPlugins()
})

describe('reset', () => {
  it('clears every personal value in the settings and keeps the page’s own keys', async () => {
    await analytics.identify('ann', ANN)
    await analytics.group('initech', { industry: 'software' })
    await analytics.track('Order Completed')
    analytics.reset()
    expect(window.wootricSettings).toEqual({ modal_theme: 'dark', account_token: 'NPS-4aeb53c1', version: VERSION })
  })

  it('stops a survey that is visible or waits for its delay', async () => {
    await analytics.identify('ann', ANN)
    analytics.reset()
    expect(beacon.stops).toBe(1)
  })

  it('clears the user also if the beacon cannot stop a survey, or fails to', async () => {
    await analytics.identify('ann', ANN)
    delete window.WootricSurvey
    analytics.reset()
    expect(window.wootricSettings).not.toHaveProperty('email')

    await analytics.identify('ann', ANN)
    window.WootricSurvey = {
      run: jest.fn(),
      version: () => 'fake',
      stop: () => {
        throw new Error('no survey')
      }
    }
    analytics.reset()
    expect(window.wootricSettings).not.toHaveProperty('email')
  })

  it('requests no survey for an event made before it, with a warning', async () => {
    await analytics.identify('ann', ANN)
    const late = analytics.track('Signed Out')
    analytics.reset()
    const context = await late
    expect(beacon.commands).toEqual(['run'])
    expect(window.wootricSettings).not.toHaveProperty('email')
    expect(warningsOf(context)).toEqual(['InMoment: dropped the event because it was made before reset()'])
  })

  it('clears the user’s values if the site uses one anonymous ID for all users', async () => {
    analytics.setAnonymousId('device')
    const late = analytics.identify('ann', ANN)
    analytics.reset()
    analytics.setAnonymousId('device')
    await late
    await analytics.track('Order Completed')
    expect(beacon.last.settings).toMatchObject({ event_name: 'Order Completed' })
    expect(JSON.stringify(beacon.calls)).not.toContain('ann@example.com')
  })

  it('never throws, even if the page does not allow changes to its settings', async () => {
    await analytics.identify('ann', ANN)
    const settings = Object.freeze({ ...window.wootricSettings })
    Object.defineProperty(window, 'wootricSettings', { value: settings, writable: false, configurable: true })
    expect(() => analytics.reset()).not.toThrow()
    Reflect.deleteProperty(window, 'wootricSettings')
  })

  it('delivers the events of the next user that follow immediately', async () => {
    await analytics.identify('ann', ANN)
    analytics.reset()
    await Promise.all([analytics.identify('bob', { plan: 'free' }), analytics.track('Order Completed')])
    expect(beacon.calls.slice(1).map(({ settings }) => [settings.segment_user_id, settings.email])).toEqual([
      ['bob', undefined],
      ['bob', undefined]
    ])
  })
})
