import type { Browser } from 'playwright-core'
import { launchChromium } from '../../../tools/perf/chromium-launch'
import type { SiteOptions } from '../../support/site'
import { FaultyPage } from './faulty-page'

export type OpenPage = (options?: SiteOptions) => Promise<FaultyPage>

/** Adds a fault, what the destination does about it, and the test. The test's pages also pass the common checks. */
export type AddFault = (fault: string, promise: string, test: (open: OpenPage) => Promise<void>) => void

/** Describes a group of faults, which share a browser. */
export function describeFaults(group: string, addFaults: (addFault: AddFault) => void): void {
  describe(group, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(() => browser.close())

    addFaults((fault, promise, test) => {
      it(`${fault} → ${promise}`, async () => {
        const pages: FaultyPage[] = []
        try {
          await test(async (options) => {
            const page = await FaultyPage.open(browser, options)
            pages.push(page)
            return page
          })
          for (const page of pages) await page.expectNoHarm()
        } finally {
          await Promise.all(pages.map((page) => page.close()))
        }
      })
    })
  })
}
