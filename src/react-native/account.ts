import type { InMomentPluginOptions } from './options'
import type { ProblemLog } from './problem-log'

export interface Account {
  accountToken: string
  /** Empty if there is none. The SDKs also get it from the server. */
  clientId: string
}

/**
 * Reads the account from the plugin's options, or else from Segment's settings for the integration. Returns `undefined`
 * without an account token. `settings` can have any value, because Segment's client does not check it.
 */
export function readAccount(
  { accountToken, clientId }: Pick<InMomentPluginOptions, 'accountToken' | 'clientId'>,
  settings: unknown
): Account | undefined {
  const fields = (typeof settings === 'object' && settings !== null ? settings : {}) as Record<string, unknown>
  const token = trim(accountToken) || trim(fields.accountToken)
  return token ? { accountToken: token, clientId: trim(clientId) || trim(fields.clientId) } : undefined
}

/**
 * Keeps the first account token until the app restarts, because the SDKs do too. Logs what is missing or ignored.
 */
export function keepFirstAccount(
  first: Account | undefined,
  next: Account | undefined,
  log: ProblemLog
): Account | undefined {
  if (!first && !next) {
    log.warn('there is no account token. Enter it in Segment, or pass accountToken to InMomentPlugin.')
  }
  if (first && next && first.accountToken !== next.accountToken) {
    log.warn('the account token has changed. The new one is used after the app restarts.')
    return first
  }
  const account = next ?? first
  if (account && !account.clientId) log.info('there is no client ID. InMoment gets it from its server.')
  return account
}

function trim(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}
