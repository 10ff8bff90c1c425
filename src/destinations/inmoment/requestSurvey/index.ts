import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { convertSurveyRequest } from '../conversions/survey-request'
import { createPerform } from '../perform'
import { audience, createObjectField, productName, surveyLanguage, typedPropertyNames } from '../fields'
import type { Settings } from '../generated-types'
import type { Payload } from './generated-types'

const action: BrowserActionDefinition<Settings, unknown, Payload> = {
  title: 'Request Survey',
  description: 'Request a survey without an event name. Works without Targeted Sampling.',
  platform: 'web',
  defaultSubscription: 'type = "track" and event = "Order Completed"',
  fields: {
    language: surveyLanguage,
    productName,
    audience,
    properties: createObjectField(
      'Properties',
      "Event properties, merged over the user's properties for this survey request."
    ),
    typedPropertyNames
  },
  perform: createPerform((payload, warn) => ({
    request: { event_name: null, ...convertSurveyRequest(payload, warn) },
    command: 'run'
  }))
}

export default action
