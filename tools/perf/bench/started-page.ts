import type { Page } from 'playwright-core'
import type { OpenPage } from './open-page'
import type { EventKind } from './pages/site-page'

/** Opens a page that has the beacon, and starts analytics.js with this build. */
export async function startedPage(open: OpenPage, build: string): Promise<Page> {
  const page = await open('with-beacon/site-page')
  await page.evaluate((build) => window.bench.start(build), build)
  return page
}

/** Sends this number of events with this number of values, and waits for their delivery. */
export async function makeEvents(page: Page, kind: EventKind, values: number, count: number): Promise<void> {
  const event = { kind, values, count }
  await page.evaluate(({ kind, values, count }) => window.bench.makeEvents(kind, values, count), event)
}
