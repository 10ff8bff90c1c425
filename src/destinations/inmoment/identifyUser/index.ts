import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { createPerform } from '../perform'
import {
  audience,
  createBooleanField,
  createPathDirective,
  createObjectField,
  productName,
  createTextField,
  typedPropertyNames
} from '../fields'
import type { Settings } from '../generated-types'
import type { Payload } from './generated-types'
import { convertUser } from './convert-user'

const action: BrowserActionDefinition<Settings, unknown, Payload> = {
  title: 'Identify User',
  description: 'Identify the user in InMoment and request a survey.',
  platform: 'web',
  defaultSubscription: 'type = "identify"',
  fields: {
    userId: createTextField(
      'User ID',
      "The user's ID in Segment. Also used as the email if it is an email address and no email is mapped.",
      '$.userId'
    ),
    anonymousId: createTextField(
      'Anonymous ID',
      "The user's anonymous ID in Segment. Sent when there is no user ID.",
      '$.anonymousId'
    ),
    email: createTextField(
      'Email',
      "The user's email address. InMoment identifies users by email.",
      '$.traits.email',
      '$.traits.Email'
    ),
    createdAt: {
      label: 'Created At',
      description: 'The date the user signed up, as an ISO 8601 string or a Unix timestamp in seconds or milliseconds.',
      type: 'datetime',
      default: createPathDirective(
        '$.traits.createdAt',
        '$.traits.created_at',
        '$.traits.created',
        '$.traits.CreatedAt',
        '$.traits.Created_At'
      )
    },
    language: createTextField(
      'Language',
      'The survey language: an InMoment code such as EN, ES_MX or ZH_HANS, or a locale such as en-US.',
      '$.traits.language'
    ),
    externalId: createTextField('External ID', "The user's ID in your own system."),
    productName,
    audience,
    properties: createObjectField(
      'Properties',
      'Additional user properties. Dates become Unix timestamps in seconds with the suffix _date, and nested objects are flattened.',
      '$.traits'
    ),
    typedPropertyNames,
    requestSurvey: createBooleanField(
      'Request a Survey',
      'Request a survey after identifying the user. Turn this off to request surveys only with Track Event or Request Survey.',
      true
    )
  },
  perform: createPerform((payload, warn) => ({
    ...convertUser(payload, warn),
    ...(payload.requestSurvey !== false && { request: { event_name: null }, command: 'run' })
  }))
}

export default action
