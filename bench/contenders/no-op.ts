import { browserDestination } from '@segment/browser-destination-runtime/shim'
import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'

const nothing: BrowserActionDefinition<object, object> = {
  title: 'Nothing',
  description: 'Does nothing.',
  platform: 'web',
  fields: {},
  perform: () => undefined
}

/** As many actions as the InMoment destination has, for the same mappings, and what they make of them is left alone. */
const noOp = browserDestination({
  name: 'No-op',
  slug: 'actions-no-op',
  mode: 'device',
  settings: {},
  presets: [],
  initialize: () => Promise.resolve({}),
  actions: { identifyUser: nothing, trackEvent: nothing, trackPage: nothing, identifyGroup: nothing }
})

Object.assign(globalThis, { noOpDestination: noOp })
