import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import type { InMomentClient } from '../client'
import { firstOf } from '../first-of'
import type { Settings } from '../generated-types'
import { performWith } from '../start'
import { typedPropertyNames } from '../typed-property-names'
import type { Payload } from './generated-types'
import { toldUser } from './told-user'

const action: BrowserActionDefinition<Settings, InMomentClient | undefined, Payload> = {
  title: 'Identify User',
  description: 'Tell InMoment who the user is, and ask it for a survey.',
  platform: 'web',
  defaultSubscription: 'type = "identify"',
  fields: {
    userId: {
      label: 'User ID',
      description:
        "The user's id in Segment. Used as the email too, where it is an email address and no other is given.",
      type: 'string',
      default: { '@path': '$.userId' }
    },
    anonymousId: {
      label: 'Anonymous ID',
      description: "The user's anonymous id in Segment, which InMoment gets as long as there is no user id.",
      type: 'string',
      default: { '@path': '$.anonymousId' }
    },
    email: {
      label: 'Email',
      description: "The user's email address, by which InMoment tells users apart.",
      type: 'string',
      default: { '@path': '$.traits.email' }
    },
    createdAt: {
      label: 'Created At',
      description: 'When the user signed up: an ISO 8601 date, or a Unix timestamp in seconds or milliseconds.',
      type: 'datetime',
      default: firstOf('$.traits.createdAt', '$.traits.created_at', '$.traits.created')
    },
    language: {
      label: 'Language',
      description: "The language of the survey, as InMoment's code, such as EN, ES_MX or CN_S.",
      type: 'string',
      default: { '@path': '$.traits.language' }
    },
    externalId: {
      label: 'External ID',
      description: "The user's id in a system of your own, for InMoment's other integrations.",
      type: 'string'
    },
    properties: {
      label: 'Properties',
      description:
        'What else InMoment should know of the user. Dates are sent in Unix seconds under names that end in _date, and nested objects are flattened.',
      type: 'object',
      defaultObjectUI: 'keyvalue',
      additionalProperties: true,
      default: { '@path': '$.traits' }
    },
    typedPropertyNames
  },
  perform: performWith((client, payload, context, warn) => {
    client.identify(context.event, toldUser(payload, warn))
  })
}

export default action
