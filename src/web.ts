import inmoment from './destinations/inmoment'

/** The browser bundle: analytics.js finds the factory under the name that Segment's `remotePlugins` give. */
Object.assign(globalThis, { inmomentDestination: inmoment })
