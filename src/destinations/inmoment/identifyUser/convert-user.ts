import { convertCreatedAt } from '../conversions/date-to-seconds'
import { isEmailAddress } from '../conversions/email'
import { convertLanguage } from '../conversions/language'
import { convertProperties } from '../conversions/properties'
import { convertText } from '../conversions/text'
import type { Changes } from '../respondent'
import type { Warn } from '../warnings'
import type { Payload } from './generated-types'

/**
 * Converts an Identify User payload to changes of the respondent. Drops unusable values with a warning.
 *
 * https://segment.com/docs/connections/destinations/catalog/wootric-by-inmoment/#identify
 */
export function convertUser(payload: Payload, warn: Warn): Changes {
  const userId = convertText(payload.userId, 'userId', warn)
  const email = convertText(payload.email, 'email', warn)
  const id = userId?.trim() ?? ''
  const createdAt = convertCreatedAt(payload.createdAt) ?? null
  if (createdAt === null && (payload.createdAt ?? undefined) !== undefined) {
    warn('createdAt', 'was dropped because it is not a date')
  }
  return {
    mappedUserId: userId ?? undefined,
    user: {
      segment_user_id: userId ?? convertText(payload.anonymousId, 'anonymousId', warn),
      // The classic integration also uses a user ID that is an email address as the email.
      email: email?.trim() ? email.trim() : isEmailAddress(id) ? id : email && null,
      external_id: convertText(payload.externalId, 'externalId', warn),
      created_at: payload.createdAt === undefined ? undefined : createdAt,
      language: convertLanguage(payload.language, 'language', warn),
      product_name: convertText(payload.productName, 'productName', warn),
      wootric_recommend_target: convertText(payload.audience, 'audience', warn),
      properties: convertProperties(payload.properties, 'properties', warn, payload.typedPropertyNames)
    }
  }
}
