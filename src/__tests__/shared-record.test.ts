import { VERSION } from '../destinations/inmoment/version'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, registerPlugins } from '../../test/support/page'

// The record that all instances of the destination on the page share.
const KEY = Symbol.for('segment.actions-inmoment@1')

let beacon: FakeBeacon
let uncaught: unknown[]

function noteError(event: ErrorEvent): void {
  uncaught.push(event.message)
}

function noteRejection(reason: unknown): void {
  uncaught.push(reason)
}

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
  uncaught = []
  window.addEventListener('error', noteError)
  process.on('unhandledRejection', noteRejection)
})

afterEach(() => {
  process.off('unhandledRejection', noteRejection)
  Reflect.deleteProperty(window, KEY)
})

const throwing = new Proxy(
  {},
  {
    get: () => {
      throw new Error('the page of ann@example.com')
    }
  }
)

const RECORDS: [string, PropertyDescriptor][] = [
  ['a number', { value: 7 }],
  ['null', { value: null }],
  ['an empty object', { value: {} }],
  ['a frozen object', { value: Object.freeze({ queue: [] }) }],
  ['an object of another shape', { value: { respondent: 'ann', queue: 'x', recentEvents: {} } }],
  ['an object that throws', { value: throwing }],
  [
    'a getter that throws',
    {
      get: () => {
        throw new Error('the page of ann@example.com')
      }
    }
  ],
  ['a property that cannot be set', { value: undefined, writable: false }]
]

it.each(RECORDS)('delivers events, and causes no uncaught error, if the shared record is %s', async (_, descriptor) => {
  Object.defineProperty(window, KEY, { ...descriptor, configurable: true })
  const analytics = await registerPlugins()
  await analytics.identify('ann', { email: 'ann@example.com' })
  await analytics.track('Order Completed')
  analytics.reset()
  window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }))
  await analytics.identify('bob')
  await new Promise((resolve) => setTimeout(resolve, 20))

  expect(beacon.calls.map(({ settings }) => [settings.segment_user_id, settings.email])).toEqual([
    ['ann', 'ann@example.com'],
    ['ann', 'ann@example.com'],
    ['bob', undefined]
  ])
  expect(uncaught).toEqual([])
})

/** Runs events while another script has set a property of all objects. */
async function deliverWith(key: string): Promise<void> {
  Object.defineProperty(Object.prototype, key, { value: 'NPS-other123', writable: true, configurable: true })
  try {
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    await analytics.track('Order Completed')
  } finally {
    Reflect.deleteProperty(Object.prototype, key)
  }
  expect(beacon.commands).toEqual(['run', 'run'])
  expect(beacon.last.settings).toMatchObject({
    account_token: 'NPS-4aeb53c1',
    version: VERSION,
    email: 'ann@example.com'
  })
  expect(JSON.stringify(beacon.last.settings)).not.toContain('NPS-other123')
}

it.each([
  'accountToken',
  'account_token',
  'hasReset',
  'failure',
  'hasEarlierEvents',
  'loadTimeout',
  'failedRequest',
  'survey',
  'page',
  'group'
])('delivers events without the value that another script has set as Object.prototype.%s', deliverWith)
