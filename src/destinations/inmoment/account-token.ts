import type { Settings } from './generated-types'
import type { Warn } from './warnings'

/** `NPS-` and 8 characters, with a region where there is one; old documents show `NPS_` (InMoment: Account Token). */
const ACCOUNT_TOKEN = /^NPS[-_]((EU|AU)[-_])?\w{8}$/i

/** The account token without blanks around it, empty where the site has set none. */
export function accountTokenOf(settings: Settings): string {
  const token: unknown = settings.accountToken
  return typeof token === 'string' ? token.trim() : ''
}

/** Warns of a token that does not look like one. It is used all the same: InMoment alone knows its tokens. */
export function warnOfAccountToken(settings: Settings, warn: Warn): void {
  const token = accountTokenOf(settings)
  if (token && !ACCOUNT_TOKEN.test(token)) {
    warn('accountToken', 'does not look like an account token, which has the form NPS-xxxxxxxx')
  }
}
