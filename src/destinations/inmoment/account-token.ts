import { InMomentError } from './errors'
import type { Settings } from './generated-types'
import { pageState } from './page-state'
import type { Warn } from './warnings'
import { getSettings } from './wootric/beacon'

/** `NPS-` and 8 characters, with a region in some accounts; old documents show `NPS_`. */
const ACCOUNT_TOKEN = /^NPS[-_]((EU|AU)[-_])?\w{8}$/i

/**
 * Throws if there is no account token, or another one on the page: InMoment works with one (docs: Run Multiple Surveys).
 * Warns once about a token that does not look like one, but uses it, because only InMoment knows its tokens.
 */
export function requireAccount({ accountToken }: Settings, warn?: Warn): void {
  const state = pageState()
  const token = trim(accountToken)
  if (!token) throw new InMomentError('account_token_missing', 'the account token is empty')
  if (token !== (trim(getSettings().account_token) || (state.accountToken ?? token))) {
    throw new InMomentError('account_token_conflict', 'the page has another account token than the settings')
  }
  state.accountToken = token
  if (!warn || state.hasWarned || ACCOUNT_TOKEN.test(token)) return
  state.hasWarned = true
  warn('accountToken', 'does not look like an account token, NPS-xxxxxxxx')
}

function trim(token: unknown): string {
  return typeof token === 'string' ? token.trim() : ''
}
