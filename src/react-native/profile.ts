import type { TrackEventType } from '@segment/analytics-react-native'
import { copyUsableObject } from '../destinations/inmoment/conversions/copy-usable'
import type { Usable, UsableObject } from '../destinations/inmoment/conversions/copy-usable'
import { convertSurveyRequest } from '../destinations/inmoment/conversions/survey-request'
import { convertText } from '../destinations/inmoment/conversions/text'
import { convertUser } from '../destinations/inmoment/identifyUser/convert-user'
import type { Payload } from '../destinations/inmoment/identifyUser/generated-types'
import { applyChanges, EMPTY_RESPONDENT } from '../destinations/inmoment/respondent'
import type { RequestSettings, Respondent } from '../destinations/inmoment/respondent'
import type { Warn } from '../destinations/inmoment/warnings'
import { convertToNativeText } from './native-text'
import type { ValueOptions } from './options'

/** What the last `identify` said about one person, without inherited traits. */
export interface Profile {
  userId?: string
  anonymousId?: string
  traits: UsableObject
}

/** Converts a profile to the state that the web destination has after the same `identify`. Uses its conversions. */
export function convertProfile(profile: Profile, options: ValueOptions, warn: Warn): Respondent {
  const { traits } = profile
  const payload = {
    userId: profile.userId,
    anonymousId: profile.anonymousId,
    email: getFirst(traits, ['email', 'Email']),
    createdAt: getFirst(traits, ['createdAt', 'created_at', 'created', 'CreatedAt', 'Created_At']),
    language: traits.language,
    externalId: getNamed(traits, options.externalId),
    productName: getNamed(traits, options.productName),
    audience: getNamed(traits, options.audience),
    properties: pick(traits, options.properties),
    typedPropertyNames: options.typedPropertyNames
  }
  // The conversions accept any value.
  return applyChanges(EMPTY_RESPONDENT, convertUser(payload as Payload, warn))
}

/** Returns the phone number, which only mobile apps send. */
export function convertPhoneNumber({ traits }: Profile, { phoneNumber }: ValueOptions, warn: Warn): string | undefined {
  return convertText(getNamed(traits, phoneNumber), 'phoneNumber', warn) ?? undefined
}

/**
 * Converts a track event to the values of one survey request, like the web destination's Track Event. Returns `undefined`
 * without an event name.
 */
export function convertEvent(event: TrackEventType, options: ValueOptions, warn: Warn): RequestSettings | undefined {
  const eventName = convertEventName(event.event, warn)
  if (!eventName) return undefined
  const properties = copyUsableObject(event.properties, 'properties', warn) ?? {}
  const email = (event.context?.traits as { email?: unknown } | undefined)?.email ?? properties.email
  return {
    event_name: eventName,
    email: convertText(email ?? undefined, 'email', warn),
    ...convertSurveyRequest(
      {
        language: properties.language,
        properties: pick(properties, options.properties),
        typedPropertyNames: options.typedPropertyNames
      },
      warn
    )
  }
}

/** Returns the name of a survey request's event, or `undefined` without a usable one. */
export function convertEventName(value: unknown, warn: Warn): string | undefined {
  return convertToNativeText(convertText(value, 'eventName', warn), 'eventName', warn)
}

/** Returns the first value that exists, like the defaults of the web destination's fields. */
function getFirst(traits: UsableObject, names: string[]): unknown {
  return names.map((name) => traits[name]).find((value) => value !== undefined && value !== null)
}

function getNamed(traits: UsableObject, name: string | undefined): unknown {
  return name === undefined ? undefined : traits[name]
}

function pick(values: UsableObject, names: readonly string[] | undefined): UsableObject {
  if (!Array.isArray(names)) return values
  return Object.fromEntries(Object.entries<Usable>(values).filter(([name]) => names.includes(name)))
}
