import { surveyCallbacks } from '../observation/survey-answers'
import { callAsPage } from '../timeline/record'
import type { TesterState } from '../state/tester-state'

import { BEACON_URL } from '../../../../src/destinations/inmoment/wootric/script'

/** What a shop has in its page before any destination runs: the destination has to leave these as they are. */
export function preparePage({ eligibility, pageFlags }: TesterState): void {
  window.wootricSettings = { product_name: 'Juniper Coffee', callbacks: surveyCallbacks }
  window.sandboxBeacon = { eligibility }
  for (const name of ['wootric_survey_immediately', 'wootric_no_surveyed_cookie'] as const) {
    if (pageFlags[name]) window[name] = true
  }
}

/** InMoment's own snippet, as in its instructions: it loads the beacon with the page's token and asks for a survey. */
export function addOwnSnippet(accountToken: unknown): void {
  if (typeof accountToken === 'string')
    window.wootricSettings = { ...window.wootricSettings, account_token: accountToken }
  const script = document.createElement('script')
  script.src = BEACON_URL
  script.async = true
  script.addEventListener('load', () => callAsPage(() => window.wootric?.('run')))
  document.body.append(script)
}
