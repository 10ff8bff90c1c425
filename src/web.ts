import inmoment from './factory'

// The browser bundle. analytics.js finds the factory by the `libraryName` in Segment's settings.
Object.assign(globalThis, { inmomentDestination: inmoment })
