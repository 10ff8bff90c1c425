import { sharedRecord } from './beacon'
import type { Settings } from './generated-types'
import type { Warn } from './warnings'

/** `NPS-` and 8 characters, with a region where there is one; old documents show `NPS_` (InMoment: Account Token). */
const ACCOUNT_TOKEN = /^NPS[-_]((EU|AU)[-_])?\w{8}$/i

/** The account token without blanks around it, empty where the site has set none. */
export function accountTokenOf(settings: Settings): string {
  const token: unknown = settings.accountToken
  return typeof token === 'string' ? token.trim() : ''
}

/**
 * Why nothing can be sent with these settings, a phrase, or nothing where it can. The account of whichever copy of this
 * destination comes first is the page's: the beacon breaks where it is run with two (InMoment: Run Multiple Surveys).
 */
export function refusalOf(settings: Settings): string | undefined {
  const token = accountTokenOf(settings)
  if (!token) return 'the account token is empty'
  const record = sharedRecord()
  record.accountToken ??= token
  if (record.accountToken !== token)
    return 'the page has another account token already, and the beacon cannot serve two'
}

/**
 * Warns of a token that does not look like one, which is used all the same, since InMoment alone knows its tokens; and of
 * one that differs from the page's.
 */
export function warnOfAccountToken(settings: Settings, warn: Warn, refusal?: string): void {
  const token = accountTokenOf(settings)
  if (token && refusal) warn('accountToken', `was refused: ${refusal}`)
  if (token && !ACCOUNT_TOKEN.test(token)) {
    warn('accountToken', 'does not look like an account token, which has the form NPS-xxxxxxxx')
  }
}
