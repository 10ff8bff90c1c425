import { BEACON_URL } from '../../src/destinations/inmoment/wootric/script'
import { ACCOUNT_TOKEN, OTHER_ACCOUNT_TOKEN } from '../../src/destinations/inmoment/test-support/constants'
import { describeFaults } from './support/fault'
import type { FaultyPage } from './support/faulty-page'
import { registerInMoment } from './support/register-inmoment'
import { ALL_STEPS } from './support/visit'

/** Adds a second instance to that of Segment's settings. */
async function addInstance(page: FaultyPage, accountToken: string): Promise<void> {
  await page.site.page.waitForFunction(() => 'inmomentDestination' in window)
  await registerInMoment(page, accountToken)
}

describeFaults('Two instances', (addFault) => {
  addFault(
    'with the same account token',
    'one instance delivers each event, the other drops it with a warning',
    async (open) => {
      const page = await open()
      await addInstance(page, ACCOUNT_TOKEN)
      await page.makeEvents()
      expect(await page.getLogs()).toEqual(
        ALL_STEPS.map(() => 'warn InMoment: dropped the event because another instance has sent it')
      )
      expect(await page.getSentSteps()).toEqual(ALL_STEPS)
      expect(page.site.requests.filter((url) => url === BEACON_URL)).toHaveLength(1)
    }
  )

  addFault(
    'with different account tokens',
    'events of the first instance are delivered, those of the second fail',
    async (open) => {
      const page = await open()
      await addInstance(page, OTHER_ACCOUNT_TOKEN)
      await page.makeEvents()
      const errors = (await page.getLogs()).filter((log) => log.startsWith('error '))
      expect(errors.filter((log) => log.includes('different account token'))).toHaveLength(ALL_STEPS.length)
      expect(errors).toHaveLength(ALL_STEPS.length)
      expect(await page.getSentSteps()).toEqual(ALL_STEPS)
      for (const { settings } of await page.site.getBeaconCalls()) expect(settings.account_token).toBe(ACCOUNT_TOKEN)
      expect(await page.site.page.evaluate(() => window.wootricSettings?.account_token)).toBe(ACCOUNT_TOKEN)
    }
  )
})
