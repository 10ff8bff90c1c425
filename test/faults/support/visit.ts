/** A call of analytics.js: the method and its arguments. */
export type Call = ['identify' | 'track' | 'page' | 'group', ...unknown[]]

/** A call of the visit, with the ID of its user. */
export interface Step {
  call: Call
  userId: string
}

/** Personal values of the visit. Only `wootricSettings` and the requests to Segment may have them. */
export const PERSONAL = /ann-7731|bob-4452|secret\.example|rosebud/i

const ann = { email: 'ann-7731@secret.example', nickname: 'Rosebud of ann-7731' }
const bob = { email: 'bob-4452@secret.example', nickname: 'Rosebud of bob-4452' }

/** Two users in turn, with each kind of event. Each event has its index as `step`. */
export const VISIT: Step[] = [
  { call: ['identify', 'ann-7731', { ...ann, step: 0 }], userId: 'ann-7731' },
  { call: ['track', 'Order Completed', { step: 1 }], userId: 'ann-7731' },
  { call: ['page', 'Home', { step: 2 }], userId: 'ann-7731' },
  { call: ['group', 'initech', { step: 3 }], userId: 'ann-7731' },
  { call: ['identify', 'bob-4452', { ...bob, step: 4 }], userId: 'bob-4452' },
  { call: ['track', 'Product Added', { step: 5 }], userId: 'bob-4452' }
]

export const ALL_STEPS = VISIT.map((_, step) => step)
