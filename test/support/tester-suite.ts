import type { Browser } from 'playwright-core'
import { launchChromium } from '../../tools/perf/chromium-launch'
import { TesterPage } from './tester-page'

export const testerUrl = process.env.TESTER_URL ?? ''

export interface Suite {
  tester: TesterPage
  browser: Browser
}

/**
 * Starts a browser for the tests of a file, and opens the action tester for each test. Fails a test that writes to the
 * console or sends a request to another server.
 */
export function useTester(): Suite {
  const suite = {} as Suite

  beforeAll(async () => {
    suite.browser = await launchChromium()
  })
  afterAll(() => suite.browser.close())

  beforeEach(async () => {
    suite.tester = await TesterPage.open(suite.browser, testerUrl)
    await suite.tester.waitForLoad()
  })
  afterEach(async () => {
    const { consoleMessages, externalRequests } = suite.tester
    await suite.tester.close()
    expect(consoleMessages).toEqual([])
    expect(externalRequests).toEqual([])
  })
  return suite
}
