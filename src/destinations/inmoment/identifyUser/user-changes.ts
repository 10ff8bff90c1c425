import { toCreatedAt } from '../conversions/created-at'
import { isEmailAddress } from '../conversions/email'
import { toProperties } from '../conversions/properties'
import { toText } from '../conversions/text'
import type { Changes } from '../respondent'
import type { Warn } from '../warnings'
import type { Payload } from './generated-types'

/** What a mapped identify event says about the user. Unusable values are dropped with a warning. */
export function toUserChanges(payload: Payload, warn: Warn): Changes {
  const userId = toText(payload.userId, 'userId', warn)
  return {
    mappedUserId: userId,
    user: {
      segment_user_id: userId ?? toText(payload.anonymousId, 'anonymousId', warn),
      email: toEmail(payload, userId, warn),
      external_id: toText(payload.externalId, 'externalId', warn),
      created_at: toSignUpDate(payload, warn),
      language: toText(payload.language, 'language', warn),
      properties: toProperties(payload.properties, 'properties', warn, payload.typedPropertyNames)
    }
  }
}

/** The classic integration, too, uses a user ID that is an email address. */
function toEmail(payload: Payload, userId: string | null | undefined, warn: Warn): string | null | undefined {
  const mapped: unknown = payload.email
  const email = toText(typeof mapped === 'string' ? mapped.trim() : mapped, 'email', warn)
  const fallback = userId?.trim()
  return !email && fallback && isEmailAddress(fallback) ? fallback : email
}

function toSignUpDate(payload: Payload, warn: Warn): number | null | undefined {
  const createdAt: unknown = payload.createdAt
  if (createdAt === undefined || createdAt === null) return createdAt
  const seconds = toCreatedAt(createdAt)
  if (seconds === undefined) warn('createdAt', 'was dropped because it is not a date')
  return seconds ?? null
}
