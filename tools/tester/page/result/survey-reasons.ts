import { destination } from '../../../../src/destinations/inmoment'
import { isWithheld } from '../timeline/outcome'
import type { PageConditions } from '../timeline/page-conditions'
import type { TimelineEntry } from '../timeline/timeline-entry'

export interface SurveyReason {
  title: string
  /** `check` if the tester does not know, or if it lowers the chance of a survey. */
  state: 'ok' | 'problem' | 'check'
  text: string
}

type Finding = Omit<SurveyReason, 'title'>
type Check = (entry: TimelineEntry, conditions: PageConditions) => Finding

/** In the order of docs/troubleshooting.md. */
const CHECKS: readonly [title: string, check: Check][] = [
  ['Account token', checkAccountToken],
  ['Beacon loaded', checkBeacon],
  ['Content security policy and ad blockers', checkBlockers],
  ['Mapping matched', checkMappings],
  ['Request a Survey', checkRequest],
  ['Event registered', checkEventName],
  ['Email', checkEmail],
  ['Created At', checkCreatedAt],
  ['Sampling and cookies', checkSampling],
  ['Test Mode', checkTestMode],
  ['Survey events', checkSurveyEvents]
]

/** Why an event shows no survey: each possible reason, checked against what the page knows. */
export function checkSurveyReasons(entry: TimelineEntry, conditions: PageConditions): SurveyReason[] {
  return CHECKS.map(([title, check]) => ({ title, ...check(entry, conditions) }))
}

function ok(text: string): Finding {
  return { state: 'ok', text }
}

function problem(text: string): Finding {
  return { state: 'problem', text }
}

function check(text: string): Finding {
  return { state: 'check', text }
}

function checkAccountToken({ warnings }: TimelineEntry, { hasAccountToken }: PageConditions): Finding {
  if (!hasAccountToken) return problem('The Account Token setting is empty.')
  if (warnings.some(({ text }) => text.includes('another account token'))) {
    return problem('The page has another account token.')
  }
  return ok('The setting has a token.')
}

function checkBeacon({ beaconCalls }: TimelineEntry, { isBeaconLoaded, beacon }: PageConditions): Finding {
  if (beacon === 'throwing') return problem('The beacon throws an error on each command.')
  if (isBeaconLoaded || beaconCalls.length > 0) return ok('The beacon is loaded.')
  if (beacon === 'empty') return problem('The script has loaded, but does not define window.wootric.')
  return problem('The beacon is not loaded.')
}

function checkBlockers({ warnings }: TimelineEntry, { isLive, isBeaconLoaded, beacon }: PageConditions): Finding {
  const isBlocked = warnings.some(({ text }) => text.includes('could not be loaded or was blocked'))
  if (isBlocked || (beacon === 'blocked' && !isLive)) return problem("The beacon's script is blocked.")
  if (!isBeaconLoaded) return check('Look for a message in the console, and try without extensions.')
  return isLive ? check('Requests to eligibility.wootric.com must be allowed.') : ok('The script is not blocked.')
}

function checkMappings({ event, mappings }: TimelineEntry): Finding {
  const matched = mappings.filter(({ status }) => status === 'matched').map(({ name }) => name)
  if (matched.length === 0) return problem('No mapping matched. The reasons are under Mappings.')
  if (event && isWithheld(event)) return problem('The integrations of the event exclude InMoment.')
  return ok(`Matched: ${matched.join(', ')}.`)
}

function checkRequest({ mappings, surveyRequests }: TimelineEntry): Finding {
  if (surveyRequests.length > 0) return ok(`Requested by ${surveyRequests.join(', ')}.`)
  const matched = mappings.filter(({ status }) => status === 'matched')
  const off = matched.find(({ payload }) => payload?.requestSurvey === false)
  if (off) return problem(`Request a Survey is off in ${off.name}.`)
  if (matched.length > 0) return problem('The mappings that matched do not request surveys.')
  return check('Only a mapping that matches requests a survey.')
}

function checkEventName({ mappings }: TimelineEntry, { isLive, eligibility }: PageConditions): Finding {
  const track = mappings.find(({ status, action }) => status === 'matched' && action === getTitle('trackEvent'))
  if (!track) return ok('Only Track Event requires a registered event.')
  const name = track.payload?.eventName
  if (typeof name !== 'string' || name === '') return problem('The event has no name.')
  if (isLive || !Array.isArray(eligibility)) return check(`In InMoment, “${name}” must be registered with this name.`)
  return eligibility.includes(name) ? ok(`“${name}” is registered.`) : problem(`“${name}” is not registered.`)
}

function checkEmail(_entry: TimelineEntry, { hasEmail }: PageConditions): Finding {
  if (hasEmail) return ok('The user has an email.')
  return check('There is no email. By default, InMoment surveys 1 % of visitors without an email.')
}

function checkCreatedAt(_entry: TimelineEntry, { hasCreatedAt }: PageConditions): Finding {
  if (hasCreatedAt) return ok("InMoment's delay before the first survey counts from this date.")
  return check("There is no date. InMoment's delay before the first survey counts from the first visit.")
}

function checkSampling({ eligibility: answers, isSurveyShown }: TimelineEntry, conditions: PageConditions): Finding {
  const { isLive, isTestMode, eligibility } = conditions
  if (conditions.hasSurveyedCookie) return problem('The surveyed cookie is set: this user was surveyed recently.')
  if (!isLive && !isTestMode && eligibility === 'no') return problem('Eligibility is set to “No requests”.')
  if (answers.includes(true) && !isSurveyShown) return check('Eligible. Another survey may have been visible.')
  if (isLive) return check('InMoment surveys a share of the users, by default 33 %.')
  return ok('The sandbox does not sample, and no surveyed cookie is set.')
}

function checkTestMode(_entry: TimelineEntry, { isTestMode }: PageConditions): Finding {
  if (isTestMode) return ok('On: every request is eligible.')
  return check('Off. Turn it on to ignore eligibility. If a survey appears, the setup works.')
}

function checkSurveyEvents(_entry: TimelineEntry, { hasSurveyEvents }: PageConditions): Finding {
  if (hasSurveyEvents) return ok('On: survey activity is tracked in Segment.')
  return check('Off: surveys appear, but are not tracked in Segment.')
}

function getTitle(action: string): string | undefined {
  return destination.actions[action]?.title
}
