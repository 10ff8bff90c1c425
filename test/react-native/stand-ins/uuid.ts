// Jest cannot require the ES module that Segment's client imports.
export { randomUUID as v4 } from 'node:crypto'
