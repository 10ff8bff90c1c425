import type { Analytics } from '@segment/analytics-next'
import { BASE_SETTINGS } from '../destinations/inmoment/test-support/constants'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { getWarnings, openPage, registerPlugins } from '../../test/support/page'

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  beacon = openPage()
  analytics = await registerPlugins()
})

describe('identify', () => {
  it('sets the user and requests a survey without an event name', async () => {
    await analytics.identify('ann', {
      email: 'ann@example.com',
      createdAt: '2018-08-03T15:28:46.493Z',
      language: 'EN',
      plan: 'enterprise',
      address: { city: 'San Francisco' },
      trialEnds: '2018-09-20'
    })

    expect(beacon.calls).toEqual([
      {
        command: 'run',
        settings: {
          ...BASE_SETTINGS,
          segment_user_id: 'ann',
          email: 'ann@example.com',
          created_at: 1533310126,
          language: 'EN',
          properties: { language: 'EN', plan: 'enterprise', address_city: 'San Francisco', trialEnds_date: 1537401600 },
          event_name: null
        }
      }
    ])
  })

  it('sets the anonymous ID if there is no user ID', async () => {
    await analytics.identify({ plan: 'free' })
    expect(beacon.last.settings.segment_user_id).toBe(analytics.user().anonymousId())
  })

  it('uses a user ID that is an email address as the email if no email is mapped', async () => {
    await analytics.identify('ann@example.com', { plan: 'free' })
    expect(beacon.last.settings.email).toBe('ann@example.com')
  })

  it('uses such a user ID if the email is blank, and trims both', async () => {
    await analytics.identify(' ann@example.com ', { email: '  ' })
    expect(beacon.last.settings.email).toBe('ann@example.com')
    await analytics.identify(' ann@example.com ', { email: ' ann@work.example ' })
    expect(beacon.last.settings.email).toBe('ann@work.example')
  })

  it('does not use a user ID that is not an email address as the email', async () => {
    await analytics.identify('ann', { plan: 'free' })
    expect(beacon.last.settings).not.toHaveProperty('email')
  })

  it.each([
    ['createdAt', { createdAt: 1533310126 }],
    ['created_at', { created_at: 1533310126 }],
    ['created', { created: 1533310126 }],
    ['createdAt before the others', { created: 1, created_at: 2, createdAt: 1533310126 }]
  ])('reads the sign-up date from %s', async (_, traits) => {
    await analytics.identify('ann', traits as object)
    expect(beacon.last.settings.created_at).toBe(1533310126)
  })

  it('clears created_at if the value is not a date, with a warning, and sends the rest', async () => {
    await analytics.identify('ann', { createdAt: '2018-08-03', plan: 'free' })
    const context = await analytics.identify('ann', { createdAt: 'yesterday', plan: 'pro' })
    expect(beacon.last.settings).not.toHaveProperty('created_at')
    expect(beacon.last.settings.properties).toEqual({ plan: 'pro' })
    expect(getWarnings(context)).toEqual(['InMoment: createdAt was dropped because it is not a date'])
  })

  it('drops an email that is not a string, with a warning, and sends the rest', async () => {
    const context = await analytics.identify('ann', { email: ['ann@example.com'], plan: 'pro' } as object)
    expect(beacon.last.settings).not.toHaveProperty('email')
    expect(beacon.last.settings.properties).toEqual({ plan: 'pro' })
    expect(getWarnings(context)).toEqual(['InMoment: email was dropped because it is not a string'])
  })
})
