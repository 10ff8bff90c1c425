import type { WootricSettings } from '../../../src/destinations/inmoment/wootric/types'
import { sandboxEligibility } from './sandbox-options'
import { wasSurveyed } from './surveyed-cookie'

function serverSaysYes(settings: WootricSettings): boolean {
  if (window.wootric_survey_immediately) return true

  const eligibility = sandboxEligibility()
  if (eligibility === 'yes') return true
  if (eligibility === 'no') return false
  return typeof settings.event_name !== 'string' || eligibility.includes(settings.event_name)
}

export function isEligible(settings: WootricSettings): boolean {
  return Boolean(settings.account_token) && !wasSurveyed(settings) && serverSaysYes(settings)
}
