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
    },
    typedPropertyNames
  },
  perform: performWith((client, payload, context, warn) => {
    client.identify(context.event, toldUser(payload, warn))
  })
}

export default action
