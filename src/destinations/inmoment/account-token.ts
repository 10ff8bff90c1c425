import { InMomentError } from './errors'
import type { Settings } from './generated-types'
import { pageState } from './page-state'
import type { Warn } from './warnings'
import { getSettings } from './wootric/beacon'

/** `NPS-` and 8 characters, with a region in some accounts; old documents show `NPS_`. */
const ACCOUNT_TOKEN = /^NPS[-_]((EU|AU)[-_])?\w{8}$/i

/**
 * Throws unless this account can be used on the page. The page's own token comes first, then that of the first instance:
 * the beacon does not work with two (InMoment docs: Run Multiple Surveys).
 */
export function requireAccount({ accountToken }: Settings): void {
  const token = trim(accountToken)
  if (!token) {
    throw new InMomentError(
      'account_token_missing',
      'the account token is empty. Enter it in the setting Account Token.'
    )
  }
  const state = pageState()
  if (token !== (trim(getSettings().account_token) || (state.accountToken ?? token))) {
    throw new InMomentError(
      'account_token_conflict',
      'the page has another account token than the setting Account Token. InMoment supports one per page.'
    )
  }
  state.accountToken = token
}

/** Warns once about a token that does not look like one. It is used anyway, because only InMoment knows its tokens. */
export function warnOfAccountToken({ accountToken }: Settings, warn: Warn): void {
  const state = pageState()
  const token = trim(accountToken)
  if (state.hasWarned || !token || ACCOUNT_TOKEN.test(token)) return
  state.hasWarned = true
  warn('accountToken', 'does not look like an account token, which has the form NPS-xxxxxxxx')
}

/** The account token without surrounding spaces. */
function trim(token: unknown): string {
  return typeof token === 'string' ? token.trim() : ''
}
