import type { Analytics, SegmentEvent } from '@segment/analytics-next'
import { attempt } from './attempt'
import type { Settings } from './generated-types'
import { isObject } from './is-object'
import { getPageState, STATE_KEY } from './page-state'
import { isSameRespondent } from './respondent'
import { getStoredIds } from './stored-ids'
import { getSettings } from './wootric/beacon'
import type { SurveyCallbacks } from './wootric/types'

const SHOWN = 'InMoment Survey Shown'
const DECLINED = 'InMoment Survey Declined'
const RESPONSE = 'InMoment Survey Response Submitted'

/** Excludes this destination, because a survey must not request the next survey. */
const OPTIONS = { integrations: { 'InMoment (Actions)': false } }

/** Whether this destination has tracked the event. */
export function isSurveyEvent({ event }: Pick<SegmentEvent, 'event'>): boolean {
  return event === SHOWN || event === DECLINED || event === RESPONSE
}

/**
 * Adds callbacks to `wootricSettings` that track survey activity. They run after the page's own callbacks. Call before
 * each survey request.
 *
 * InMoment documented the callbacks in March 2018 and removed the page later:
 * https://github.com/Wootric/slate/blob/8f12c213f3c08f232816e84bfef4142a22d9688c/source/includes/_install_js_callbacks.md
 */
export function addSurveyCallbacks({ surveyEvents }: Settings, analytics: Analytics): void {
  const state = getPageState()
  const { userId, anonymousId } = state.respondent
  state.requestIds = { userId, anonymousId }
  if (surveyEvents !== 'scores' && surveyEvents !== 'scoresAndText') return
  const settings = getSettings()
  const callbacks: Record<string, unknown> = isObject(settings.callbacks) ? { ...settings.callbacks } : {}
  const ours = Object.entries(createCallbacks(analytics, surveyEvents === 'scoresAndText'))
  const missing = ours.filter(([name]) => !(callbacks[name] as { [STATE_KEY]?: true } | undefined)?.[STATE_KEY])
  for (const [name, callback] of missing) callbacks[name] = combineCallbacks(callbacks[name], callback)
  if (missing.length > 0) settings.callbacks = callbacks
}

/** Tracks nothing if analytics.js has another user than the respondent, because Segment would assign the event to them. */
function createCallbacks(analytics: Analytics, withText: boolean): Omit<SurveyCallbacks, 'after_eligible'> {
  const state = getPageState()
  const track = (name: string, properties: object = {}): void => {
    const user = getStoredIds(analytics)
    const { respondent } = (state.survey ??= { respondent: state.requestIds })
    if (!respondent || !user || !isSameRespondent(respondent, user)) return
    // analytics.js logs a failure in the context of the event.
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
      // The text can change while only the score is sent.
      if (current === former) return
      track(RESPONSE, former === undefined ? response : { ...response, updated: true })
      if (state.survey) state.survey.response = current
    }
  }
}

type Callback = (...values: never[]) => void

/** Runs the page's callback first. If that wraps a callback of this destination, the survey activity is tracked already. */
function combineCallbacks(pageCallback: unknown, callback: Callback): Callback {
  const combined = function (this: unknown, ...values: never[]): void {
    const state = getPageState()
    const { callbackCount } = state
    attempt(() => typeof pageCallback === 'function' && pageCallback.apply(this, values))
    if (state.callbackCount > callbackCount) return
    state.callbackCount += 1
    attempt(() => callback(...values))
  }
  // Marks the callback for all instances on the page, so that only one tracks the events.
  return Object.assign(combined, { [STATE_KEY]: true })
}
