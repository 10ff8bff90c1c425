import type { WootricSettings } from '../../../src/destinations/inmoment/wootric/types'
import { ACCOUNT_TOKEN } from '../../../src/destinations/inmoment/test-support/constants'

const STRINGS = ['email', 'external_id', 'language', 'segment_user_id'] as const

/** The rules of InMoment's documentation that the settings violate. Without values. */
export function findViolations(settings: WootricSettings | undefined): string[] {
  if (!settings) return ['there are no settings']
  const found: string[] = []
  const expect = (isMet: boolean, rule: string) => {
    if (!isMet) found.push(rule)
  }

  expect(settings.account_token === ACCOUNT_TOKEN, 'account_token is the account token')
  for (const key of STRINGS) expect(['string', 'undefined'].includes(typeof settings[key]), `${key} is a string`)
  expect(settings.created_at === undefined || Number.isInteger(settings.created_at), 'created_at is an integer')
  expect(['string', 'undefined'].includes(typeof (settings.event_name ?? undefined)), 'event_name is a string')
  for (const [key, value] of Object.entries(settings.properties ?? {})) {
    expect(!/[$.\0]/.test(key), 'no name in properties has $, . or NUL')
    expect(isScalarOrList(value), 'no property is a nested object')
  }
  for (const info of [settings.page_info, settings.group_info]) {
    expect(isJson(info ?? null), 'page_info and group_info are JSON')
  }
  expect(isSerializable(settings), 'the settings are serializable')
  return found
}

function isScalar(value: unknown): boolean {
  return value === null || ['string', 'boolean'].includes(typeof value) || Number.isFinite(value)
}

function isScalarOrList(value: unknown): boolean {
  return isScalar(value) || (Array.isArray(value) && value.every(isScalarOrList))
}

function isJson(value: unknown): boolean {
  if (isScalar(value) || value instanceof Date) return true
  if (Array.isArray(value)) return value.every(isJson)
  return Object.prototype.toString.call(value) === '[object Object]' && Object.values(value as object).every(isJson)
}

function isSerializable(settings: WootricSettings): boolean {
  try {
    JSON.stringify(settings)
    return true
  } catch {
    return false
  }
}
