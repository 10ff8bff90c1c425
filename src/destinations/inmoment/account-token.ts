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
export function requireAccount({ accountToken }: Partial<Settings>, warn?: Warn): void {
  const state = pageState()
  const token = trim(accountToken)
  if (!token) throw new InMomentError('account_token_missing', 'the account token is empty')
  const settings = getSettings()
  // Another script may have added one to Object.prototype.
  const isOwn = Object.keys(settings).includes('account_token')
  if (token !== ((isOwn && trim(settings.account_token)) || (state.accountToken ?? token))) {
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
