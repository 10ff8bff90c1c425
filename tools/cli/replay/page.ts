import type { WootricSettings } from '../../../src/destinations/inmoment/wootric/types'

/** The globals of a page, as far as the destination uses them. */
export type Page = Pick<Window, 'wootric' | 'wootricSettings' | 'WootricSurvey' | 'addEventListener'>

/** Makes this the page that the destination sees: it looks at `window` anew at each call. */
export function showPage(page: Page): void {
  Object.assign(globalThis, { window: page })
}

/** What InMoment could read of the settings: functions and keys that are undefined are not sent. */
export function settingsOf(page: Page): WootricSettings {
  return JSON.parse(JSON.stringify(page.wootricSettings ?? {})) as WootricSettings
}
