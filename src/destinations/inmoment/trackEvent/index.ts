import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { toRequest } from '../conversions/request'
import { toText } from '../conversions/text'
import { performWith } from '../deliver'
import { audience, objectField, productName, requestLanguage, textField, typedPropertyNames } from '../fields'
import type { Settings } from '../generated-types'
import type { Payload } from './generated-types'

const action: BrowserActionDefinition<Settings, unknown, Payload> = {
  title: 'Track Event',
  description: 'Request a survey for an event. Requires Targeted Sampling in InMoment.',
  platform: 'web',
  defaultSubscription: 'type = "track"',
  fields: {
    eventName: {
      ...textField(
        'Event Name',
        'The event name. Must exactly match the name registered in InMoment; other names show no survey.',
        '$.event'
      ),
      required: true
    },
    email: textField(
      'Email',
      'Used only for visitors without an email from Identify User.',
      '$.context.traits.email',
      '$.properties.email'
    ),
    language: requestLanguage,
    productName,
    audience,
    properties: objectField(
      'Properties',
      "Event properties, merged over the user's properties for this survey request.",
      '$.properties'
    ),
    typedPropertyNames
  },
  perform: performWith((payload, warn) => {
    const eventName = toText(payload.eventName, 'eventName', warn)
    if (!eventName) {
      warn('eventName', 'is missing: no survey was requested')
      return undefined
    }
    const email = toText(payload.email, 'email', warn)
    return { request: { event_name: eventName, email, ...toRequest(payload, warn) }, command: 'run' }
  })
}

export default action
