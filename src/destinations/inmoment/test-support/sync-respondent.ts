import { getPageState } from '../page-state'
import { syncSettings } from '../sync-settings'
import type { Respondent } from '../respondent'
import type { WootricSettings } from '../wootric/types'

/** Writes the respondent of the page, and returns what the beacon sends. */
export function syncRespondent(respondent: Respondent): WootricSettings {
  getPageState().respondent = respondent
  syncSettings(respondent)
  return getSentSettings()
}

/** Returns what the beacon sends, which is JSON. */
export function getSentSettings(): WootricSettings {
  return JSON.parse(JSON.stringify(window.wootricSettings)) as WootricSettings
}
