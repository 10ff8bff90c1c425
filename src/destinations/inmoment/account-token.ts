import { InMomentError } from './errors'
import type { Settings } from './generated-types'
import { getPageState } from './page-state'
import type { Warn } from './warnings'
import { getSettings } from './wootric/beacon'

/** `NPS-` and 8 characters, in some accounts with a region. Older documentation has `NPS_`. */
const ACCOUNT_TOKEN = /^NPS[-_]((EU|AU)[-_])?\w{8}$/i

/**
 * Throws if there is no account token, or if the page uses a different one. InMoment supports one account per page:
 * https://github.com/Wootric/slate/blob/HEAD/source/includes/_install_js_multiple_intro.md
 *
 * Warns once per page if the token has an unusual format, but uses it, because only InMoment can check a token.
 */
export function checkAccountToken({ accountToken }: Partial<Settings>, warn?: Warn): void {
  const state = getPageState()
  const token = trim(accountToken)
  if (!token) {
    throw new InMomentError('account_token_missing', 'the Account Token setting is empty')
  }
  const settings = getSettings()
  // Another script may have added an `account_token` to Object.prototype.
  const isOwn = Object.keys(settings).includes('account_token')
  if (token !== ((isOwn && trim(settings.account_token)) || (state.accountToken ?? token))) {
    throw new InMomentError(
      'account_token_conflict',
      'the page uses a different account token than the Account Token setting'
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
