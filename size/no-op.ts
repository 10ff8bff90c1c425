import { browserDestination } from '@segment/browser-destination-runtime/shim'
import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'

const nothing: BrowserActionDefinition<object, object> = {
  title: 'Nothing',
  description: 'Does nothing.',
  platform: 'web',
  fields: {},
  perform: () => undefined
}

/**
 * A destination that does nothing, with as many actions as InMoment's, for the same mappings. What is in its bundle and
 * what an event costs with it is Segment's runtime.
 */
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
