import type { Browser } from 'playwright-core'
import { launchChromium } from '../../support/chromium-launch'
import type { SiteOptions } from '../../support/site'
import { FaultyPage } from './faulty-page'

export type OpenPage = (options?: SiteOptions) => Promise<FaultyPage>

/**
 * A row of the matrix: the fault, what is promised under it, and the proof. What holds for every fault is checked on
 * each page that the proof has opened, after it.
 */
export type Row = (fault: string, promise: string, proof: (open: OpenPage) => Promise<void>) => void

/** A part of the matrix, in a browser of its own. */
export function faults(group: string, rows: (row: Row) => void): void {
  describe(group, () => {
    let browser: Browser
    beforeAll(async () => {
      browser = await launchChromium()
    })
    afterAll(() => browser.close())

    rows((fault, promise, proof) => {
      it(`${fault} → ${promise}`, async () => {
        const pages: FaultyPage[] = []
        try {
          await proof(async (options) => {
            const page = await FaultyPage.open(browser, options)
            pages.push(page)
            return page
          })
          for (const page of pages) await page.expectUnharmed()
        } finally {
          await Promise.all(pages.map((page) => page.close()))
        }
      })
    })
  })
}
