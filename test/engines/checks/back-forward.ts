import type { AnalyticsSnippet } from '@segment/analytics-next'
import { BASE_SETTINGS } from '../../../src/destinations/inmoment/test-support/constants'
import { identifyAnn, identifyBob, reset, track } from '../support/analytics'
import type { AddCheck } from '../support/check'
import type { RecordedPage } from '../support/recorded-page'

declare const analytics: AnalyticsSnippet

const readSettings = () => ({ ...window.wootricSettings })
const getStops = () => (window as unknown as RecordedPage).stops
const readStorage = () => ({ cookies: document.cookie.split('; ').sort(), localStorage: JSON.stringify(localStorage) })

/** Real returns from the cache. The faults simulate them with an event. */
export function addBackForwardChecks(check: AddCheck): void {
  check('clears the user of a page that the browser kept, after a reset on the next page', async (open) => {
    const site = open()
    const page = await site.openPage()
    await page.call(identifyAnn)
    await site.openNextPage(page)
    await page.call(reset)
    const stored = await page.run(readStorage)
    expect(JSON.stringify(stored)).not.toContain('"ann')

    await page.goBack()
    expect(await page.run(readSettings)).toEqual(BASE_SETTINGS)
    expect(await page.run(getStops)).toBe(1)
    expect(await page.run(readStorage)).toEqual(stored)
    expect((await page.getBeaconCalls()).map(({ command }) => command)).toEqual(['run'])
  })

  check('does not mix two users on a page that the browser kept', async (open) => {
    const site = open()
    const page = await site.openPage()
    await page.call(identifyAnn)
    await site.openNextPage(page)
    await page.call(identifyBob)

    await page.goBack()
    expect(await page.run(getStops)).toBe(1)
    const settings = await page.run(readSettings)
    expect(settings).toMatchObject({ segment_user_id: 'bob', email: 'bob@example.com', properties: { role: 'owner' } })
    expect(JSON.stringify(settings)).not.toMatch(/"ann|"pro"/)
    expect((await page.getBeaconCalls()).map(({ settings }) => settings.email)).toEqual(['ann@example.com'])
  })

  check('uses the new email of the same user on a page that the browser kept', async (open) => {
    const site = open()
    const page = await site.openPage()
    await page.call(identifyAnn)
    await site.openNextPage(page)
    await page.call(() => analytics.identify('ann', { email: 'ann@new.example.com' }).then(() => undefined))

    await page.goBack()
    expect((await page.run(readSettings)).email).toBe('ann@new.example.com')
    expect(await page.run(getStops)).toBe(0)
    await page.call(track, 'Order Completed')
    expect((await page.getBeaconCalls()).at(-1)?.settings.email).toBe('ann@new.example.com')
  })

  check('keeps the survey of the same user on a page that the browser kept, and delivers events', async (open) => {
    const site = open()
    const page = await site.openPage()
    await page.call(identifyAnn)
    await site.openNextPage(page)
    await page.call(track, 'Product Added')

    await page.goBack()
    expect(await page.run(getStops)).toBe(0)
    await page.call(track, 'Order Completed')
    expect((await page.getBeaconCalls()).map(({ settings }) => [settings.email, settings.event_name])).toEqual([
      ['ann@example.com', null],
      ['ann@example.com', 'Order Completed']
    ])
  })
}
