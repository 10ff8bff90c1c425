import { defaultValues, type InputField } from '@segment/actions-core'
import { browserDestination } from '@segment/browser-destination-runtime/shim'
import { BEACON_URL } from '../../../src/destinations/inmoment/wootric/script'

const fields: Record<string, InputField> = {
  email: { label: 'Email', description: 'The email address.', type: 'string', default: { '@path': '$.traits.email' } }
}

/**
 * A survey destination as most of its siblings are built: it takes the mapping of its preset from the main entry of
 * Segment's framework, and the schema validator comes along.
 */
const usual = browserDestination({
  name: 'Usual',
  slug: 'actions-usual',
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
      description: 'Tells who the user is.',
      platform: 'web',
      fields,
      perform: () => undefined
    }
  }
})

Object.assign(globalThis, { usualDestination: usual })
