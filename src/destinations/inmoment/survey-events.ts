import type { Analytics, SegmentEvent } from '@segment/analytics-next'
import { attempt } from './attempt'
import type { Settings } from './generated-types'
import { isObject } from './is-object'
import { KEY, pageState } from './page-state'
import { isSamePerson } from './respondent'
import { getStoredIds } from './stored-ids'
import { getSettings } from './wootric/beacon'
import type { SurveyCallbacks } from './wootric/types'

const SHOWN = 'InMoment Survey Shown'
const DECLINED = 'InMoment Survey Declined'
const RESPONSE = 'InMoment Survey Response Submitted'

/** These events must not reach this destination, because one survey would request the next. */
const OPTIONS = { integrations: { 'InMoment (Actions)': false } }

export function isSurveyEvent({ event }: Pick<SegmentEvent, 'event'>): boolean {
  return event === SHOWN || event === DECLINED || event === RESPONSE
}

/** Adds callbacks that track survey activity, after the page's own callbacks. Call before each survey request. */
export function prepareSurveyEvents({ surveyEvents }: Settings, analytics: Analytics): void {
  const state = pageState()
  const { userId, anonymousId } = state.respondent
  state.requestedFor = { userId, anonymousId }
  if (surveyEvents !== 'scores' && surveyEvents !== 'scoresAndText') return
  const settings = getSettings()
  const callbacks: Record<string, unknown> = isObject(settings.callbacks) ? { ...settings.callbacks } : {}
  const ours = Object.entries(createCallbacks(analytics, surveyEvents === 'scoresAndText'))
  const missing = ours.filter(([name]) => !(callbacks[name] as { [KEY]?: true } | undefined)?.[KEY])
  for (const [name, callback] of missing) callbacks[name] = inOrder(callbacks[name], callback)
  if (missing.length > 0) settings.callbacks = callbacks
}

/** Tracks nothing if the respondent is not the current user, because Segment would assign the event to the wrong user. */
function createCallbacks(analytics: Analytics, withText: boolean): Omit<SurveyCallbacks, 'after_eligible'> {
  const state = pageState()
  const track = (name: string, properties: object = {}): void => {
    const user = getStoredIds(analytics)
    const { respondent } = (state.survey ??= { respondent: state.requestedFor })
    if (!respondent || !user || !isSamePerson(respondent, user)) return
    // analytics.js records a failure in the event's own context.
    analytics.track(name, { channel: 'web', ...properties }, OPTIONS).catch(() => undefined)
  }
  return {
    after_show() {
      state.survey = undefined
      track(SHOWN)
    },
    after_decline: () => track(DECLINED),
    after_response(score, text) {
      const response = { score, ...(withText && text ? { text } : undefined) }
      const current = JSON.stringify(response)
      const former = state.survey?.response
      // The text has changed but is not sent.
      if (current === former) return
      track(RESPONSE, former === undefined ? response : { ...response, updated: true })
      if (state.survey) state.survey.response = current
    }
  }
}

type Callback = (...values: never[]) => void

/** Runs the page's callback first. It may wrap one of ours, which has run then. */
function inOrder(own: unknown, callback: Callback): Callback {
  const both = function (this: unknown, ...values: never[]): void {
    const state = pageState()
    const { callbackRuns } = state
    attempt(() => typeof own === 'function' && own.apply(this, values))
    if (state.callbackRuns > callbackRuns) return
    state.callbackRuns += 1
    attempt(() => callback(...values))
  }
  // Marked for all instances on the page, so that only one tracks the event.
  return Object.assign(both, { [KEY]: true })
}
