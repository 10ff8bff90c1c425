/** A call of analytics.js, by its method and what it is given. */
export type Call = ['identify' | 'track' | 'page' | 'group', ...unknown[]]

/** A call of the visit, with its place in it and whose it is. */
export interface Step {
  call: Call
  person: string
}

/** What must be found nowhere but in `wootricSettings` and in Segment's requests. */
export const PERSONAL = /ann-7731|bob-4452|secret\.example|rosebud/i

const ann = { email: 'ann-7731@secret.example', nickname: 'Rosebud of ann-7731' }
const bob = { email: 'bob-4452@secret.example', nickname: 'Rosebud of bob-4452' }

/**
 * Two people, one after the other, with each kind of event. Each event carries its place, so that what the beacon was
 * told can be held against it: in order, once, and under the right name.
 */
export const VISIT: Step[] = [
  { call: ['identify', 'ann-7731', { ...ann, step: 0 }], person: 'ann-7731' },
  { call: ['track', 'Order Completed', { step: 1 }], person: 'ann-7731' },
  { call: ['page', 'Home', { step: 2 }], person: 'ann-7731' },
  { call: ['group', 'initech', { step: 3 }], person: 'ann-7731' },
  { call: ['identify', 'bob-4452', { ...bob, step: 4 }], person: 'bob-4452' },
  { call: ['track', 'Product Added', { step: 5 }], person: 'bob-4452' }
]

/** The places of all events of the visit. */
export const ALL_STEPS = VISIT.map((_, step) => step)
