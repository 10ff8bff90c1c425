import { defaultValues, type InputField } from '@segment/actions-core'
import { browserDestination } from '@segment/browser-destination-runtime/shim'
import { BEACON_URL } from '../../../src/destinations/inmoment/wootric/script'

const fields: Record<string, InputField> = {
  email: { label: 'Email', description: 'The email address.', type: 'string', default: { '@path': '$.traits.email' } }
}

/**
 * A destination like most in Segment's repository: it imports `defaultValues` from the main entry of
 * `@segment/actions-core`, which adds the schema validation to its size.
 */
const typical = browserDestination({
  name: 'Typical',
  slug: 'actions-typical',
  mode: 'device',
  settings: {},
  presets: [
    {
      name: 'Identify User',
      subscribe: 'type = "identify"',
      partnerAction: 'identifyUser',
      mapping: defaultValues(fields),
      type: 'automatic'
    }
  ],
  initialize: (_, dependencies) => dependencies.loadScript(BEACON_URL),
  actions: {
    identifyUser: {
      title: 'Identify User',
      description: 'Identifies the user.',
      platform: 'web',
      fields,
      perform: () => undefined
    }
  }
})

Object.assign(globalThis, { typicalDestination: typical })
