import type { WootricSettings } from '../../../src/destinations/inmoment/wootric/types'

/** The globals of a page that the destination uses. */
export type Page = Pick<Window, 'wootric' | 'wootricSettings' | 'WootricSurvey' | 'addEventListener'>

/** Sets the page that the destination uses. It reads `window` on each call. */
export function setPage(page: Page): void {
  Object.assign(globalThis, { window: page })
}

/** Reads the settings as JSON, without functions and undefined values, which the beacon does not send. */
export function readSettings(page: Page): WootricSettings {
  return JSON.parse(JSON.stringify(page.wootricSettings ?? {})) as WootricSettings
}
