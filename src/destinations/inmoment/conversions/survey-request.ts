import type { RequestSettings } from '../respondent'
import type { Warn } from '../warnings'
import { convertLanguage } from './language'
import { convertProperties } from './properties'
import { convertText } from './text'

interface Payload {
  language?: unknown
  productName?: unknown
  audience?: unknown
  properties?: unknown
  typedPropertyNames?: boolean
}

/** Traits that the classic integration does not send with a track event. Unlike `created_at`, which stays a property. */
const EXCLUDED = /^(email|created(At)?)$/

/**
 * Converts the fields that Track Event and Request Survey share to the values of one survey request, in the format of
 * `wootricSettings`. Drops unusable values with a warning.
 *
 * Excludes the same properties as the classic integration:
 * https://github.com/segmentio/analytics.js-integrations/tree/master/integrations/wootric
 */
export function convertSurveyRequest(payload: Payload, warn: Warn): RequestSettings {
  return {
    language: convertLanguage(payload.language, 'language', warn),
    product_name: convertText(payload.productName, 'productName', warn),
    wootric_recommend_target: convertText(payload.audience, 'audience', warn),
    properties: convertProperties(payload.properties, 'properties', warn, payload.typedPropertyNames, EXCLUDED)
  }
}
