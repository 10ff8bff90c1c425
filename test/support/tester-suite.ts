import { launchChromium } from './chromium-launch'
import type { Browser } from 'playwright-core'
import { TesterPage } from './tester-page'

export const testerUrl = process.env.TESTER_URL ?? ''

export interface Suite {
  tester: TesterPage
  browser: Browser
}

/** A browser for a file's tests, and a fresh page for each, of which nothing may reach the console or leave the browser. */
export function useTester(): Suite {
  const suite = {} as Suite

  beforeAll(async () => {
    suite.browser = await launchChromium()
  })
  afterAll(() => suite.browser.close())

  beforeEach(async () => {
    suite.tester = await TesterPage.open(suite.browser, testerUrl)
    await suite.tester.loaded()
  })
  afterEach(async () => {
    const { written, leftTheBrowser } = suite.tester
    await suite.tester.close()
    expect(written).toEqual([])
    expect(leftTheBrowser).toEqual([])
  })
  return suite
}
