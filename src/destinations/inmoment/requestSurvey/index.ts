import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'
import { toRequest } from '../conversions/request'
import { performWith } from '../deliver'
import { audience, objectField, productName, requestLanguage, typedPropertyNames } from '../fields'
import type { Settings } from '../generated-types'
import type { Payload } from './generated-types'

const action: BrowserActionDefinition<Settings, unknown, Payload> = {
  title: 'Request Survey',
  description: 'Request a survey without an event name. Works without Targeted Sampling.',
  platform: 'web',
  defaultSubscription: 'type = "track" and event = "Order Completed"',
  fields: {
    language: requestLanguage,
    productName,
    audience,
    properties: objectField(
      'Properties',
      "Event properties, merged over the user's properties for this survey request."
    ),
    typedPropertyNames
  },
  perform: performWith((payload, warn) => ({
    request: { event_name: null, ...toRequest(payload, warn) },
    command: 'run'
  }))
}

export default action
