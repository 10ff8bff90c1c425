import type { WootricSettings } from '../../../src/destinations/inmoment/wootric/types'
import { isEligible } from './eligibility'
import { runCallback } from './run-callback'
import { showSurveyDialog, type SurveyDialog } from './survey-dialog'
import { setSurveyedCookie } from './surveyed-cookie'

/** In milliseconds: how long the eligibility request takes, and then how long until the survey appears. */
const RESPONSE_DELAY = 120
const SURVEY_DELAY = 240

export interface SurveyRunner {
  run(overrides?: WootricSettings): void
  stop(): void
}

export function createSurveyRunner(): SurveyRunner {
  const requests = new Set<number>()
  let surveyTimer: number | undefined
  let dialog: SurveyDialog | undefined

  function show(settings: WootricSettings): void {
    surveyTimer = undefined
    dialog = showSurveyDialog({
      productName: settings.product_name ?? 'us',
      onResponse(score, text) {
        setSurveyedCookie(settings)
        runCallback(settings.callbacks, (callbacks) => callbacks.after_response?.(score, text))
      },
      onDecline() {
        setSurveyedCookie(settings)
        runCallback(settings.callbacks, (callbacks) => callbacks.after_decline?.())
      },
      onClose() {
        dialog = undefined
      }
    })
    runCallback(settings.callbacks, (callbacks) => callbacks.after_show?.())
  }

  function handleResponse(settings: WootricSettings, isStopped: boolean): void {
    const eligible = isEligible(settings)
    runCallback(settings.callbacks, (callbacks) => callbacks.after_eligible?.(eligible))
    if (!eligible || isStopped || dialog || surveyTimer !== undefined) return
    surveyTimer = window.setTimeout(() => show(settings), SURVEY_DELAY)
  }

  return {
    run(overrides) {
      const settings = { ...window.wootricSettings, ...overrides }
      const request = window.setTimeout(() => handleResponse(settings, !requests.delete(request)), RESPONSE_DELAY)
      requests.add(request)
    },
    stop() {
      requests.clear()
      window.clearTimeout(surveyTimer)
      surveyTimer = undefined
      dialog?.remove()
      dialog = undefined
    }
  }
}
