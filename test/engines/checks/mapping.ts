import type { AnalyticsSnippet } from '@segment/analytics-next'
import { BASE_SETTINGS } from '../../../src/destinations/inmoment/test-support/constants'
import { makeEveryCall } from '../support/analytics'
import type { AddCheck } from '../support/check'

declare const analytics: AnalyticsSnippet

export function addMappingChecks(check: AddCheck): void {
  check('delivers calls made before anything has loaded, with the presets', async (open) => {
    const page = await open({ script: `addEventListener('DOMContentLoaded', ${makeEveryCall.toString()})` }).openPage()
    await page.waitForCalls(4)
    const calls = await page.getBeaconCalls()
    expect(calls.map(({ command }) => command)).toEqual(['run', 'page', 'group', 'run'])
    expect(calls.at(-1)?.settings).toMatchObject({
      ...BASE_SETTINGS,
      segment_user_id: 'ann',
      email: 'ann@example.com',
      created_at: 1533310126,
      event_name: 'Order Completed',
      properties: { total: 12.5 },
      page_info: { name: 'Home', path: '/', title: 'Shop' },
      group_info: { industry: 'software', id: 'initech' }
    })
    expect(await page.getLogs()).toEqual([])
  })

  check('converts locales, nested traits and dates of properties', async (open) => {
    const page = await open().openPage()
    await page.call(async () => {
      const address = { city: 'Zürich', zip: 8001 }
      await analytics.identify('ann', { language: 'zh-Hant-TW', address, since: '2018-08-03', tags: ['a', 1] })
    })
    const [call] = await page.getBeaconCalls()
    expect(call?.settings).toMatchObject({
      language: 'ZH_HANT',
      properties: { address_city: 'Zürich', address_zip: 8001, since_date: 1533254400 }
    })
  })

  check('delivers a hundred calls in their order', async (open) => {
    const page = await open().openPage()
    await page.call(async () => {
      const calls = Array.from({ length: 100 }, (_, number) => analytics.track(`Event ${number}`))
      await Promise.all(calls)
    })
    const calls = await page.getBeaconCalls()
    expect(calls.map(({ settings }) => settings.event_name)).toEqual(
      Array.from({ length: 100 }, (_, number) => `Event ${number}`)
    )
  })

  check('tracks survey activity in Segment, and requests no survey for it', async (open) => {
    const site = open({ settings: { surveyEvents: 'scoresAndText' } })
    const page = await site.openPage()
    await page.call(() => analytics.identify('ann').then(() => undefined))
    await page.run(() => {
      window.wootricSettings?.callbacks?.after_show?.()
      window.wootricSettings?.callbacks?.after_response?.(9, 'Good coffee')
    })
    await site.waitForSegmentEvents(3)
    // The two requests are sent at the same time.
    const sent = site.segmentEvents.filter(({ type }) => type === 'track')
    const events = sent.map(({ event, properties, userId }) => ({ event, properties, userId }))
    expect(events).toHaveLength(2)
    expect(events).toContainEqual({ event: 'InMoment Survey Shown', properties: { channel: 'web' }, userId: 'ann' })
    expect(events).toContainEqual({
      event: 'InMoment Survey Response Submitted',
      properties: { channel: 'web', score: 9, text: 'Good coffee' },
      userId: 'ann'
    })
    expect((await page.getBeaconCalls()).map(({ command }) => command)).toEqual(['run'])
  })
}
