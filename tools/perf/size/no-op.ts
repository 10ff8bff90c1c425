import { browserDestination } from '@segment/browser-destination-runtime/shim'
import type { BrowserActionDefinition } from '@segment/browser-destination-runtime/types'

const noOpAction: BrowserActionDefinition<object, object> = {
  title: 'No-op',
  description: 'Does nothing.',
  platform: 'web',
  fields: {},
  perform: () => undefined
}

/** A destination without code of its own, so that its size and time are those of the runtime. */
export default browserDestination({
  name: 'No-op',
  slug: 'actions-no-op',
  mode: 'device',
  settings: {},
  presets: [],
  initialize: () => Promise.resolve({}),
  actions: { identifyUser: noOpAction, trackEvent: noOpAction, trackPage: noOpAction, identifyGroup: noOpAction }
})
