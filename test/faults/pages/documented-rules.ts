import type { WootricSettings } from '../../../src/destinations/inmoment/wootric/types'

const TEXTS = ['email', 'external_id', 'language', 'segment_user_id'] as const

/** Where the settings break what InMoment documents of them; names and types only. */
export function violationsIn(settings: WootricSettings | undefined): string[] {
  if (!settings) return ['there are no settings']
  const found: string[] = []
  const expect = (isKept: boolean, rule: string) => {
    if (!isKept) found.push(rule)
  }

  expect(settings.account_token === 'NPS-4aeb53c1', 'account_token is the account')
  for (const key of TEXTS) expect(['string', 'undefined'].includes(typeof settings[key]), `${key} is a text`)
  expect(settings.created_at === undefined || Number.isInteger(settings.created_at), 'created_at is whole seconds')
  expect(['string', 'undefined'].includes(typeof (settings.event_name ?? undefined)), 'event_name is a text')
  for (const [key, value] of Object.entries(settings.properties ?? {})) {
    expect(!/[$.\0]/.test(key), 'no key of properties holds $, . or NUL')
    expect(isScalarOrList(value), 'no property is a nested object')
  }
  for (const info of [settings.page_info, settings.group_info]) expect(isJson(info ?? null), 'page and group are JSON')
  expect(isSerializable(settings), 'all settings can be sent')
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
