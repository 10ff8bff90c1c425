import { toCreatedAt } from '../conversions/created-at'
import { isEmailAddress } from '../conversions/email'
import { toLanguage } from '../conversions/language'
import { toProperties } from '../conversions/properties'
import { toText } from '../conversions/text'
import type { Changes } from '../respondent'
import type { Warn } from '../warnings'
import type { Payload } from './generated-types'

/** Converts a mapped identify event to changes of the user. Unusable values are dropped with a warning. */
export function toUserChanges(payload: Payload, warn: Warn): Changes {
  const userId = toText(payload.userId, 'userId', warn)
  const email = toText(payload.email, 'email', warn)
  const id = userId?.trim() ?? ''
  const createdAt = toCreatedAt(payload.createdAt)
  if (createdAt === undefined && (payload.createdAt ?? undefined) !== undefined) {
    warn('createdAt', 'was dropped because it is not a date')
  }
  return {
    mappedUserId: userId ?? undefined,
    user: {
      segment_user_id: userId ?? toText(payload.anonymousId, 'anonymousId', warn),
      // As in the classic integration, a user ID that is an email address is also the email.
      email: email?.trim() ? email.trim() : isEmailAddress(id) ? id : email && null,
      external_id: toText(payload.externalId, 'externalId', warn),
      created_at: payload.createdAt === undefined ? undefined : (createdAt ?? null),
      language: toLanguage(payload.language, 'language', warn),
      product_name: toText(payload.productName, 'productName', warn),
      wootric_recommend_target: toText(payload.audience, 'audience', warn),
      properties: toProperties(payload.properties, 'properties', warn, payload.typedPropertyNames)
    }
  }
}
