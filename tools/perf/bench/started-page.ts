import type { Page } from 'playwright-core'
import type { OpenPage } from './open-page'
import type { EventKind } from './pages/site-page'

/** Opens a page on which the beacon, analytics.js and this variant have loaded. */
export async function openStartedPage(open: OpenPage, variant: string): Promise<Page> {
  const page = await open('with-beacon/site-page')
  await page.evaluate((variant) => window.bench.start(variant), variant)
  return page
}

/** Sends `count` events with `values` traits or properties each, and waits for their delivery. */
export async function sendEvents(page: Page, kind: EventKind, values: number, count: number): Promise<void> {
  const event = { kind, values, count }
  await page.evaluate(({ kind, values, count }) => window.bench.sendEvents(kind, values, count), event)
}
