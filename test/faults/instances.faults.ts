import { BEACON_URL } from '../support/site'
import { faults } from './support/fault'
import type { FaultyPage } from './support/faulty-page'
import { registerInMoment } from './support/register-inmoment'
import { ALL_STEPS } from './support/visitor'

const TOKEN = 'NPS-4aeb53c1'

/** A second instance on the page, next to that of Segment's settings. */
async function addInstance(page: FaultyPage, accountToken: string): Promise<void> {
  await page.site.page.waitForFunction(() => 'inmomentDestination' in window)
  await registerInMoment(page, accountToken)
}

faults('Two instances', (row) => {
  row(
    'the same account token twice',
    'one instance delivers each event, the other drops it with a warning',
    async (open) => {
      const page = await open()
      await addInstance(page, TOKEN)
      await page.visit()
      expect(await page.logs()).toEqual(
        ALL_STEPS.map(() => 'warn InMoment: dropped the event because another instance has sent it')
      )
      expect(await page.toldSteps()).toEqual(ALL_STEPS)
      expect(page.site.requests.filter((url) => url === BEACON_URL)).toHaveLength(1)
    }
  )

  row(
    'another account token',
    'each event of the second instance fails, those of the first are delivered',
    async (open) => {
      const page = await open()
      await addInstance(page, 'NPS-5bfc64d2')
      await page.visit()
      const errors = (await page.logs()).filter((log) => log.startsWith('error '))
      expect(errors.filter((log) => log.includes('different account token'))).toHaveLength(ALL_STEPS.length)
      expect(errors).toHaveLength(ALL_STEPS.length)
      expect(await page.toldSteps()).toEqual(ALL_STEPS)
      for (const { settings } of await page.site.beaconCalls()) expect(settings.account_token).toBe(TOKEN)
      expect(await page.site.page.evaluate(() => window.wootricSettings?.account_token)).toBe(TOKEN)
    }
  )
})
