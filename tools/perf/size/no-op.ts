import { browserDestination } from '@segment/browser-destination-runtime/shim'
import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'

const nothing: BrowserActionDefinition<object, object> = {
  title: 'Nothing',
  description: 'Does nothing.',
  platform: 'web',
  fields: {},
  perform: () => undefined
}

/** A destination that does nothing, with the same number of actions: its size and time are those of the runtime. */
export default browserDestination({
  name: 'No-op',
  slug: 'actions-no-op',
  mode: 'device',
  settings: {},
  presets: [],
  initialize: () => Promise.resolve({}),
  actions: { identifyUser: nothing, trackEvent: nothing, trackPage: nothing, identifyGroup: nothing }
})
