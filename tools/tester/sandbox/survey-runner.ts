import type { WootricSettings } from '../../../src/destinations/inmoment/wootric/types'
import { isEligible } from './eligibility'
import { rememberSurveyed } from './surveyed-cookie'
import { showSurveyPanel, type SurveyPanel } from './survey-panel'
import { tellCallback } from './tell-callback'

/** As long as a quick answer of a server takes. */
const ANSWER_DELAY = 120
const SURVEY_DELAY = 240

export interface SurveyRunner {
  run(overrides?: WootricSettings): void
  stop(): void
}

export function createSurveyRunner(): SurveyRunner {
  const requests = new Set<number>()
  let waiting: number | undefined
  let shown: SurveyPanel | undefined

  function show(settings: WootricSettings): void {
    waiting = undefined
    shown = showSurveyPanel({
      productName: settings.product_name ?? 'us',
      onResponse(score, text) {
        rememberSurveyed(settings)
        tellCallback(settings.callbacks, (callbacks) => callbacks.after_response?.(score, text))
      },
      onDecline() {
        rememberSurveyed(settings)
        tellCallback(settings.callbacks, (callbacks) => callbacks.after_decline?.())
      },
      onClosed() {
        shown = undefined
      }
    })
    tellCallback(settings.callbacks, (callbacks) => callbacks.after_show?.())
  }

  function answer(settings: WootricSettings, stopped: boolean): void {
    const eligible = isEligible(settings)
    tellCallback(settings.callbacks, (callbacks) => callbacks.after_eligible?.(eligible))
    if (!eligible || stopped || shown || waiting !== undefined) return
    waiting = window.setTimeout(() => show(settings), SURVEY_DELAY)
  }

  return {
    run(overrides) {
      const settings = { ...window.wootricSettings, ...overrides }
      const request = window.setTimeout(() => answer(settings, !requests.delete(request)), ANSWER_DELAY)
      requests.add(request)
    },
    stop() {
      requests.clear()
      window.clearTimeout(waiting)
      waiting = undefined
      shown?.remove()
      shown = undefined
    }
  }
}
