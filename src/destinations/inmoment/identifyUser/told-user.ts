import type { ToldUser } from '../client'
import { toCreatedAt } from '../conversions/created-at'
import { isEmailAddress } from '../conversions/email'
import { toProperties } from '../conversions/properties'
import { toText } from '../conversions/text'
import type { Warn } from '../warnings'
import type { Payload } from './generated-types'

/** What a mapped identify event says of the user, with all that cannot be used left out and named. */
export function toldUser(payload: Payload, warn: Warn): ToldUser {
  const userId = toText(payload.userId, 'userId', warn)
  return {
    userId,
    changes: {
      segment_user_id: userId ?? toText(payload.anonymousId, 'anonymousId', warn),
      email: emailOf(payload, userId, warn),
      external_id: toText(payload.externalId, 'externalId', warn),
      created_at: createdAtOf(payload, warn),
      language: toText(payload.language, 'language', warn),
      properties: toProperties(payload.properties, 'properties', warn, payload.typedPropertyNames)
    }
  }
}

function emailOf(payload: Payload, userId: string | null | undefined, warn: Warn): string | null | undefined {
  const given: unknown = payload.email
  const email = toText(typeof given === 'string' ? given.trim() : given, 'email', warn)
  const fallback = userId?.trim()
  return !email && fallback && isEmailAddress(fallback) ? fallback : email
}

function createdAtOf(payload: Payload, warn: Warn): number | null | undefined {
  const createdAt: unknown = payload.createdAt
  if (createdAt === undefined || createdAt === null) return createdAt
  const seconds = toCreatedAt(createdAt)
  if (seconds === undefined) warn('createdAt', 'was left out: it is not a date')
  return seconds ?? null
}
