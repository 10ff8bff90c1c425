import { BEACON_URL } from '../src/__tests__/support/site'
import { presetSubscriptions } from '../src/preset-subscriptions'
import { faults } from './support/fault'
import type { FaultyPage } from './support/faulty-page'
import { ALL_STEPS } from './support/visitor'

const TOKEN = 'NPS-4aeb53c1'

/** Registers the destination once more on the page, as a site does that has it in code beside Segment's settings. */
async function addInstance({ site: { page } }: FaultyPage, accountToken: string): Promise<void> {
  const given: object = { accountToken, subscriptions: presetSubscriptions() as object[] }
  await page.waitForFunction(() => 'inmomentDestination' in window)
  await page.evaluate(async (settings) => {
    const { analytics, inmomentDestination } = window as unknown as {
      analytics: { register: (...plugins: unknown[]) => Promise<unknown> }
      inmomentDestination: (settings: object) => unknown[] | Promise<unknown[]>
    }
    await analytics.register(...(await inmomentDestination(settings)))
  }, given)
}

faults('Two instances', (row) => {
  row(
    'the same account token twice',
    'the one that comes first to an event tells it, the other says that it did not',
    async (open) => {
      const page = await open()
      await addInstance(page, TOKEN)
      await page.visit()
      expect((await page.logs()).filter((log) => log.startsWith('error'))).toEqual([])
      expect(await page.toldSteps()).toEqual(ALL_STEPS)
      expect(page.site.requests.filter((url) => url === BEACON_URL)).toHaveLength(1)
    }
  )

  row('another account token', 'the second instance is refused, and each of its events fails', async (open) => {
    const page = await open()
    await addInstance(page, 'NPS-5bfc64d2')
    await page.visit()
    const errors = (await page.logs()).filter((log) => log.startsWith('error '))
    expect(errors.filter((log) => log.includes('another account token'))).toHaveLength(ALL_STEPS.length)
    expect(errors).toHaveLength(ALL_STEPS.length)
    expect(await page.toldSteps()).toEqual(ALL_STEPS)
    for (const { settings } of await page.site.beaconCalls()) expect(settings.account_token).toBe(TOKEN)
    expect(await page.site.page.evaluate(() => window.wootricSettings?.account_token)).toBe(TOKEN)
  })
})
