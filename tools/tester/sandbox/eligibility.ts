import type { WootricSettings } from '../../../src/destinations/inmoment/wootric/types'
import { getEligibility } from './sandbox-options'
import { hasSurveyedCookie } from './surveyed-cookie'

/** Decides in place of InMoment's server. */
export function isEligible(settings: WootricSettings): boolean {
  return Boolean(settings.account_token) && !hasSurveyedCookie(settings) && isGranted(settings)
}

function isGranted({ event_name }: WootricSettings): boolean {
  if (window.wootric_survey_immediately) return true
  const eligibility = getEligibility()
  if (Array.isArray(eligibility)) return typeof event_name !== 'string' || eligibility.includes(event_name)
  return eligibility === 'yes'
}
