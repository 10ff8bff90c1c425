import { BEACON_URL } from '../../../../src/destinations/inmoment/wootric/script'
import { surveyCallbacks } from '../observation/survey-callbacks'
import type { TesterState } from '../state/tester-state'
import { runAsPage } from '../timeline/progress'

/** Sets the page's own values, which the destination must not change. */
export function preparePage({ eligibility, testingFlags }: TesterState): void {
  window.wootricSettings = { product_name: 'Juniper Coffee', callbacks: surveyCallbacks }
  window.sandboxBeacon = { eligibility }
  for (const name of ['wootric_survey_immediately', 'wootric_no_surveyed_cookie'] as const) {
    if (testingFlags[name]) window[name] = true
  }
}

/** Adds InMoment's own snippet, which loads the beacon and requests a survey. */
export function addOwnSnippet(accountToken: unknown): void {
  if (typeof accountToken === 'string') {
    window.wootricSettings = { ...window.wootricSettings, account_token: accountToken }
  }
  const script = document.createElement('script')
  script.src = BEACON_URL
  script.async = true
  script.addEventListener('load', () => runAsPage(() => window.wootric?.('run')))
  document.body.append(script)
}
