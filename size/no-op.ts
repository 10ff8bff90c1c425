import { browserDestination } from '@segment/browser-destination-runtime/shim'

/** A destination that does nothing: what is in its bundle is the runtime. */
const noOp = browserDestination({
  name: 'No-op',
  slug: 'actions-no-op',
  mode: 'device',
  settings: {},
  presets: [],
  initialize: () => Promise.resolve({}),
  actions: {
    nothing: {
      title: 'Nothing',
      description: 'Does nothing.',
      platform: 'web',
      fields: {},
      perform: () => undefined
    }
  }
})

Object.assign(globalThis, { noOpDestination: noOp })
