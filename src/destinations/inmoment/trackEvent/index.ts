import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { convertSurveyRequest } from '../conversions/survey-request'
import { convertText } from '../conversions/text'
import { createPerform } from '../perform'
import {
  audience,
  createObjectField,
  productName,
  surveyLanguage,
  createTextField,
  typedPropertyNames
} from '../fields'
import type { Settings } from '../generated-types'
import type { Payload } from './generated-types'

const action: BrowserActionDefinition<Settings, unknown, Payload> = {
  title: 'Track Event',
  description: 'Request a survey for an event. Requires Targeted Sampling in InMoment.',
  platform: 'web',
  defaultSubscription: 'type = "track"',
  fields: {
    eventName: {
      ...createTextField(
        'Event Name',
        'The event name. Must exactly match the name registered in InMoment; other names show no survey.',
        '$.event'
      ),
      required: true
    },
    email: createTextField(
      'Email',
      'Used only for visitors without an email from Identify User.',
      '$.context.traits.email',
      '$.properties.email'
    ),
    language: surveyLanguage,
    productName,
    audience,
    properties: createObjectField(
      'Properties',
      "Event properties, merged over the user's properties for this survey request.",
      '$.properties'
    ),
    typedPropertyNames
  },
  perform: createPerform((payload, warn) => {
    const eventName = convertText(payload.eventName, 'eventName', warn)
    if (!eventName) {
      warn('eventName', 'is missing: no survey was requested')
      return undefined
    }
    const email = convertText(payload.email, 'email', warn)
    return { request: { event_name: eventName, email, ...convertSurveyRequest(payload, warn) }, command: 'run' }
  })
}

export default action
