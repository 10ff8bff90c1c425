import { InMomentError } from './errors'
import type { Settings } from './generated-types'
import { pageState } from './page-state'
import type { Warn } from './warnings'
import { getSettings } from './wootric/beacon'

/** `NPS-` and 8 characters, with a region for EU and AU accounts. Old InMoment documents show `NPS_`. */
const ACCOUNT_TOKEN = /^NPS[-_]((EU|AU)[-_])?\w{8}$/i

/**
 * Throws an InMomentError if the token is empty, or if the page has another one: InMoment supports one account per page
 * (https://docs.wootric.com, Run Multiple Surveys). Warns once about an unusual token but uses it, because only InMoment
 * can validate tokens.
 */
export function checkAccountToken({ accountToken }: Partial<Settings>, warn?: Warn): void {
  const state = pageState()
  const token = trim(accountToken)
  if (!token) throw new InMomentError('account_token_missing', 'the Account Token setting is empty')
  const settings = getSettings()
  // Another script may have added one to Object.prototype.
  const isOwn = Object.keys(settings).includes('account_token')
  if (token !== ((isOwn && trim(settings.account_token)) || (state.accountToken ?? token))) {
    throw new InMomentError(
      'account_token_conflict',
      'the page has another account token than the Account Token setting'
    )
  }
  state.accountToken = token
  if (!warn || state.hasWarned || ACCOUNT_TOKEN.test(token)) return
  state.hasWarned = true
  warn('accountToken', 'does not look like an account token, NPS-xxxxxxxx')
}

function trim(token: unknown): string {
  return typeof token === 'string' ? token.trim() : ''
}
