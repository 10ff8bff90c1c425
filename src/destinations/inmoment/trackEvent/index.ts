import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import type { InMomentClient } from '../client'
import { toProperties } from '../conversions/properties'
import { toText } from '../conversions/text'
import { firstOf } from '../first-of'
import type { Settings } from '../generated-types'
import { performWith } from '../start'
import { typedPropertyNames } from '../typed-property-names'
import type { Payload } from './generated-types'

const action: BrowserActionDefinition<Settings, InMomentClient | undefined, Payload> = {
  title: 'Track Event',
  description: 'Ask InMoment for a survey on an event, for accounts with Targeted Sampling.',
  platform: 'web',
  defaultSubscription: 'type = "track"',
  fields: {
    eventName: {
      label: 'Event Name',
      description: 'The name of the event, exactly as it is registered in InMoment: other names get no survey.',
      type: 'string',
      required: true,
      default: { '@path': '$.event' }
    },
    email: {
      label: 'Email',
      description: 'The email address of a user for whom Identify User has told none.',
      type: 'string',
      default: firstOf('$.context.traits.email', '$.properties.email')
    },
    language: {
      label: 'Language',
      description: "The language of the survey on this event, in place of the user's.",
      type: 'string',
      default: { '@path': '$.properties.language' }
    },
    properties: {
      label: 'Properties',
      description:
        "What InMoment should know of this event, beside the user's properties. Dates are sent in Unix seconds under names that end in _date, and nested objects are flattened.",
      type: 'object',
      defaultObjectUI: 'keyvalue',
      additionalProperties: true,
      default: { '@path': '$.properties' }
    },
    typedPropertyNames
  },
  perform: performWith((client, payload, context, warn) => {
    const eventName = toText(payload.eventName, 'eventName', warn)
    if (!eventName) return warn('eventName', 'is missing, and without it no survey is asked for')

    client.track(context.event, {
      eventName,
      email: toText(payload.email, 'email', warn),
      language: toText(payload.language, 'language', warn),
      properties: toProperties(payload.properties, 'properties', warn, payload.typedPropertyNames)
    })
  })
}

export default action
