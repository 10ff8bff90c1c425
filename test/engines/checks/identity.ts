import type { AnalyticsSnippet } from '@segment/analytics-next'
import { RECORD_KEY } from '../../../src/destinations/inmoment/remembered-user'
import { BASE_SETTINGS } from '../../../src/destinations/inmoment/test-support/constants'
import { blockStorage } from '../../support/site'
import { identifyAnn, identifyBob, reset, track } from '../support/analytics'
import type { AddCheck } from '../support/check'

declare const analytics: AnalyticsSnippet

const readSettings = () => ({ ...window.wootricSettings })
const readRecord = (key: string) => localStorage.getItem(key)

export function addIdentityChecks(check: AddCheck): void {
  check('restores the user on the next page before any event, and requests no survey for it', async (open) => {
    const site = open()
    const page = await site.openPage()
    await page.call(identifyAnn)
    await site.openNextPage(page)
    await page.waitForAnalytics()
    await page.waitFor(() => Boolean(window.wootricSettings?.email))
    expect(await page.run(readSettings)).toMatchObject({ email: 'ann@example.com', properties: { plan: 'pro' } })
    expect(await page.getBeaconCalls()).toEqual([])

    await page.call(track, 'Order Completed')
    expect((await page.getBeaconCalls()).map(({ settings }) => [settings.email, settings.event_name])).toEqual([
      ['ann@example.com', 'Order Completed']
    ])
  })

  check('clears the user on reset, on this page and the next', async (open) => {
    const site = open()
    const page = await site.openPage()
    await page.call(identifyAnn)
    expect(await page.run(readRecord, RECORD_KEY)).toContain('ann@example.com')
    await page.run(reset)
    expect(await page.run(readSettings)).toEqual(BASE_SETTINGS)
    expect(await page.run(readRecord, RECORD_KEY)).toBeNull()
    await site.openNextPage(page)
    await page.call(track, 'Order Completed')
    const calls = await page.getBeaconCalls()
    expect(calls.map(({ command }) => command)).toEqual(['run'])
    expect(JSON.stringify(calls)).not.toMatch(/"ann|"pro"/)
  })

  check('sends nothing of an earlier user after a change of user', async (open) => {
    const page = await open().openPage()
    await page.call(identifyAnn)
    await page.call(identifyBob)
    await page.call(track, 'Order Completed')
    const calls = await page.getBeaconCalls()
    expect(calls.map(({ settings }) => settings.email)).toEqual([
      'ann@example.com',
      'bob@example.com',
      'bob@example.com'
    ])
    expect(calls.at(-1)?.settings.properties).toEqual({ role: 'owner' })
  })

  check('sends nothing of an identify withheld from this destination, on this page and the next', async (open) => {
    const site = open()
    const page = await site.openPage()
    await page.call(async () => {
      const integrations = { 'InMoment (Actions)': false }
      await analytics.identify('ann', { email: 'ann@example.com' }, { integrations })
    })
    await page.call(track, 'Order Completed')
    const calls = await page.getBeaconCalls()
    await site.openNextPage(page)
    await page.call(track, 'Order Completed')
    calls.push(...(await page.getBeaconCalls()))
    expect(calls.map(({ settings }) => settings.event_name)).toEqual(['Order Completed', 'Order Completed'])
    expect(JSON.stringify(calls)).not.toContain('ann@example')
  })

  check('uses the values of a user who was identified in another tab', async (open) => {
    const site = open()
    const page = await site.openPage()
    await page.call(identifyAnn)
    const tab = await site.openPage()
    await tab.call(identifyBob)
    await page.call(track, 'Order Completed')
    const { settings } = (await page.getBeaconCalls()).at(-1) ?? {}
    expect(settings).toMatchObject({ email: 'bob@example.com', segment_user_id: 'bob' })
    expect(settings?.properties).toEqual({ role: 'owner' })
  })

  check('delivers events of a page that cannot use cookies and storage', async (open) => {
    const page = await open({ script: `(${blockStorage.toString()})()` }).openPage()
    await page.call(identifyAnn)
    await page.call(track, 'Order Completed')
    expect((await page.getBeaconCalls()).map(({ settings }) => settings.email)).toEqual([
      'ann@example.com',
      'ann@example.com'
    ])
  })
}
