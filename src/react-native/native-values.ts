import type { Warn } from '../destinations/inmoment/warnings'
import type { WootricSettings } from '../destinations/inmoment/wootric/types'
import { convertToNativeProperties } from './native-properties'
import { convertToNativeText } from './native-text'

/** What InMoment's SDKs know about a person. */
export interface NativeValues {
  email?: string
  externalId?: string
  phoneNumber?: string
  /** In whole Unix seconds, from 1. */
  createdAt?: number
  /** An InMoment code, such as `EN` or `ES_MX`. */
  language?: string
  productName?: string
  audience?: string
  properties?: Record<string, string>
}

/** Converts the values that the web destination would write to `wootricSettings` to those of the SDKs. */
export function convertToNativeValues(
  settings: WootricSettings,
  phoneNumber: string | undefined,
  warn: Warn
): NativeValues {
  return {
    email: convertToNativeText(settings.email, 'email', warn),
    externalId: convertToNativeText(settings.external_id, 'externalId', warn),
    phoneNumber: convertToNativeText(phoneNumber, 'phoneNumber', warn),
    createdAt: settings.created_at,
    language: settings.language,
    productName: convertToNativeText(settings.product_name, 'productName', warn),
    audience: convertToNativeText(settings.wootric_recommend_target, 'audience', warn),
    properties: settings.properties && convertToNativeProperties(settings.properties, warn)
  }
}
