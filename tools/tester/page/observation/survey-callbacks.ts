import type { SurveyCallbacks } from '../../../../src/destinations/inmoment/wootric/types'
import { createStore } from '../state/create-store'
import { addEligibility, addShownSurvey } from '../timeline/progress'

const MAX_CALLS = 200

export interface CallbackCall {
  id: number
  /** In milliseconds since 1970. */
  time: number
  /** Such as `after_response(9, "Great")`. */
  text: string
}

/** The newest call is first. */
export const callbackCalls = createStore<readonly CallbackCall[]>([])

let callCount = 0

/** The callbacks that the page sets in `wootricSettings`. */
export const surveyCallbacks: SurveyCallbacks = {
  after_eligible(eligible) {
    record(`after_eligible(${eligible})`)
    addEligibility(eligible)
  },
  after_show() {
    record('after_show()')
    addShownSurvey()
  },
  after_response: (score, text) => record(`after_response(${text ? `${score}, ${JSON.stringify(text)}` : score})`),
  after_decline: () => record('after_decline()')
}

function record(text: string): void {
  callCount += 1
  callbackCalls.set([{ id: callCount, time: Date.now(), text }, ...callbackCalls.get()].slice(0, MAX_CALLS))
}
