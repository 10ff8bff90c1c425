import type { BeaconBehavior } from '../../sandbox/beacon-behaviors'
import { getEligibility, type SandboxEligibility } from '../../sandbox/sandbox-options'
import { hasSurveyedCookie } from '../../sandbox/surveyed-cookie'
import { liveMode } from '../live-mode'
import { loadedState } from '../state/tester-store'

/** What decides on a survey when an event is sent, apart from the event. */
export interface PageConditions {
  isLive: boolean
  hasAccountToken: boolean
  isBeaconLoaded: boolean
  beacon: BeaconBehavior
  eligibility: SandboxEligibility
  hasSurveyedCookie: boolean
  hasEmail: boolean
  hasCreatedAt: boolean
  isTestMode: boolean
  hasSurveyEvents: boolean
}

export function takePageConditions(): PageConditions {
  const settings = window.wootricSettings ?? {}
  const { isLive } = liveMode
  return {
    isLive,
    hasAccountToken: Boolean(loadedState.settings.accountToken),
    isBeaconLoaded: typeof window.wootric === 'function',
    beacon: loadedState.beacon,
    eligibility: getEligibility(),
    hasSurveyedCookie: isLive ? hasInMomentCookie() : hasSurveyedCookie(settings),
    hasEmail: Boolean(settings.email),
    hasCreatedAt: Boolean(settings.created_at),
    isTestMode: window.wootric_survey_immediately === true,
    hasSurveyEvents: !['off', '', undefined].includes(toText(loadedState.settings.surveyEvents))
  }
}

/** The cookies of InMoment's beacon that prevent another survey. */
function hasInMomentCookie(): boolean {
  return /(^|; )NPS_[^=]*_(surveyed|throttle)=/.test(document.cookie)
}

function toText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
