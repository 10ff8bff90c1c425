import noOp from './no-op'

/** The browser bundle of the no-op destination, like `src/web.ts`. */
Object.assign(globalThis, { noOpDestination: noOp })
