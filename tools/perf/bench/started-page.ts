import type { Page } from 'playwright-core'
import type { OpenPage } from './open-page'
import type { EventKind } from './pages/site-page'

/** Opens a page that has the beacon, with analytics.js and this contender started. */
export async function startedPage(open: OpenPage, contender: string): Promise<Page> {
  const page = await open('with-beacon/site-page')
  await page.evaluate((contender) => window.bench.start(contender), contender)
  return page
}

/** Makes so many events on it, each with so many values, and waits for their delivery. */
export async function makeEvents(page: Page, kind: EventKind, values: number, count: number): Promise<void> {
  const event = { kind, values, count }
  await page.evaluate(({ kind, values, count }) => window.bench.makeEvents(kind, values, count), event)
}
