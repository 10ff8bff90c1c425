import type { RequestSettings } from '../respondent'
import type { Warn } from '../warnings'
import { toLanguage } from './language'
import { toProperties } from './properties'
import { toText } from './text'

interface Payload {
  language?: unknown
  productName?: unknown
  audience?: unknown
  properties?: unknown
  typedPropertyNames?: boolean
}

/** Converts the fields of one survey request. An event's `created_at` is a property, as in the classic integration. */
export function toRequest(payload: Payload, warn: Warn): RequestSettings {
  return {
    language: toLanguage(payload.language, 'language', warn),
    product_name: toText(payload.productName, 'productName', warn),
    wootric_recommend_target: toText(payload.audience, 'audience', warn),
    properties: toProperties(
      payload.properties,
      'properties',
      warn,
      payload.typedPropertyNames,
      /^(email|created(At)?)$/
    )
  }
}
