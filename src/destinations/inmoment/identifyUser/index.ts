import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import type { InMomentClient } from '../client'
import { toCreatedAt } from '../conversions/created-at'
import { isEmailAddress } from '../conversions/email'
import { toProperties } from '../conversions/properties'
import { toText } from '../conversions/text'
import { firstOf } from '../first-of'
import type { Settings } from '../generated-types'
import { performWith } from '../start'
import type { Warn } from '../warnings'
import type { Payload } from './generated-types'

const action: BrowserActionDefinition<Settings, InMomentClient | undefined, Payload> = {
  title: 'Identify User',
  description: 'Tell InMoment who the visitor is, and ask it whether this user should see a survey now.',
  platform: 'web',
  defaultSubscription: 'type = "identify"',
  fields: {
    userId: {
      label: 'User ID',
      description:
        "The user's id in Segment. Where no email is given and this id is an email address, it is used as the email.",
      type: 'string',
      default: { '@path': '$.userId' }
    },
    anonymousId: {
      label: 'Anonymous ID',
      description: "The visitor's anonymous id in Segment, which InMoment gets for as long as there is no user id.",
      type: 'string',
      default: { '@path': '$.anonymousId' }
    },
    email: {
      label: 'Email',
      description: "The user's email address. InMoment tells users apart by it, so it should belong to one user alone.",
      type: 'string',
      default: { '@path': '$.traits.email' }
    },
    createdAt: {
      label: 'Created At',
      description:
        'When the user signed up: an ISO 8601 date, or a Unix timestamp in seconds or milliseconds. InMoment gets it in whole seconds.',
      type: 'datetime',
      default: firstOf('$.traits.createdAt', '$.traits.created_at', '$.traits.created')
    },
    language: {
      label: 'Language',
      description: "The language of the survey, as InMoment's code for it, such as EN, DE, ES_MX or CN_S.",
      type: 'string',
      default: { '@path': '$.traits.language' }
    },
    externalId: {
      label: 'External ID',
      description: "The user's id in a system of your own, which InMoment's other integrations can refer to.",
      type: 'string'
    },
    properties: {
      label: 'Properties',
      description:
        'What else InMoment should know of the user, to filter responses by and to show surveys to some users only. Dates are sent in Unix seconds under names that end in _date, and nested objects are flattened.',
      type: 'object',
      defaultObjectUI: 'keyvalue',
      additionalProperties: true,
      default: { '@path': '$.traits' }
    }
  },
  perform: performWith((client, payload, context, warn) => {
    const userId = toText(payload.userId, 'userId', warn)
    client.identify(context.event, userId, {
      segment_user_id: userId ?? toText(payload.anonymousId, 'anonymousId', warn),
      email: emailOf(payload, userId, warn),
      external_id: toText(payload.externalId, 'externalId', warn),
      created_at: createdAt(payload.createdAt, warn),
      language: toText(payload.language, 'language', warn),
      properties: toProperties(payload.properties, 'properties', warn)
    })
  })
}

function emailOf(payload: Payload, userId: string | null | undefined, warn: Warn): string | null | undefined {
  const email = toText(payload.email, 'email', warn)
  return !email && userId && isEmailAddress(userId) ? userId : email
}

function createdAt(value: unknown, warn: Warn): number | null | undefined {
  if (value === undefined || value === null) return value
  const seconds = toCreatedAt(value)
  if (seconds === undefined) warn('createdAt', 'was left out: it is not a date')
  return seconds ?? null
}

export default action
