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

describe('Identify User', () => {
  it('identifies the user and requests a survey', async () => {
    const plugin = await loadAction('identifyUser')
    const traits = { email: 'ann@example.com', createdAt: '2018-08-03T15:28:46.493Z', language: 'en-US', plan: 'pro' }
    await plugin.identify?.(new Context({ type: 'identify', userId: 'ann', traits }))
    expect(beacon.calls).toEqual([
      {
        command: 'run',
        settings: {
          ...BASE_SETTINGS,
          segment_user_id: 'ann',
          email: 'ann@example.com',
          created_at: 1533310126,
          language: 'EN',
          properties: { language: 'en-US', plan: 'pro' },
          event_name: null
        }
      }
    ])
  })

  it('requests no survey if Request a Survey is off', async () => {
    const plugin = await loadAction('identifyUser', { requestSurvey: false })
    await plugin.identify?.(new Context({ type: 'identify', userId: 'ann', traits: { email: 'ann@example.com' } }))
    expect(beacon.calls).toEqual([])
    expect(window.wootricSettings?.email).toBe('ann@example.com')
  })

  it('sends the anonymous ID of a visitor', async () => {
    const plugin = await loadAction('identifyUser')
    await plugin.identify?.(new Context({ type: 'identify', anonymousId: 'visitor-1', traits: { plan: 'free' } }))
    expect(beacon.last.settings).toMatchObject({ segment_user_id: 'visitor-1', properties: { plan: 'free' } })
  })

  it('uses a user ID that is an email address as the email', async () => {
    const plugin = await loadAction('identifyUser')
    await plugin.identify?.(new Context({ type: 'identify', userId: 'ann@example.com' }))
    expect(beacon.last.settings.email).toBe('ann@example.com')
  })

  it('drops values that InMoment cannot use, with warnings, and sends the rest', async () => {
    const plugin = await loadAction('identifyUser')
    const traits = { email: ['ann@example.com'], createdAt: 'yesterday', plan: 'pro' } as object
    const context = new Context({ type: 'identify', userId: 'ann', traits })
    await plugin.identify?.(context)
    expect(beacon.last.settings).toEqual({
      ...BASE_SETTINGS,
      segment_user_id: 'ann',
      properties: { plan: 'pro' },
      event_name: null
    })
    expect(getWarnings(context)).toEqual([
      'InMoment: email was dropped because it is not a string',
      'InMoment: createdAt was dropped because it is not a date'
    ])
  })
})
