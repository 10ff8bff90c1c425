import { getPageState } from '../page-state'
import { EMPTY_RESPONDENT } from '../respondent'
import { define, freshPage, refuse } from './support/fresh-page'

const KEY = Symbol.for('segment.actions-inmoment@1')

beforeEach(freshPage)

afterEach(freshPage)

/** The state as another instance of the destination has it, whose classes are its own. */
function fromAnotherInstance(): ReturnType<typeof getPageState> {
  let state: ReturnType<typeof getPageState> | undefined
  jest.isolateModules(() => {
    const other = jest.requireActual<{ getPageState: typeof getPageState }>('../page-state')
    state = other.getPageState()
  })
  if (!state) throw new Error('the other instance has no state')
  return state
}

it('is empty on a new page', () => {
  expect(getPageState()).toMatchObject({ respondent: EMPTY_RESPONDENT, queue: [], recentEvents: new Map() })
  expect(getPageState().accountToken).toBeUndefined()
})

it('is shared by all instances on the page under a symbol with a version', () => {
  const state = fromAnotherInstance()
  expect(getPageState()).toBe(state)
  expect((window as { [KEY]?: unknown })[KEY]).toBe(state)
  expect(Object.getOwnPropertySymbols(window)).toContain(KEY)
})

describe('a page that prevents sharing', () => {
  it.each<[string, PropertyDescriptor]>([
    ['has a getter that throws', { get: refuse }],
    ['has a getter that returns nothing', { get: () => undefined, set: () => undefined }],
    ['has a setter that throws', { get: () => undefined, set: refuse }],
    ['has null', { value: null }],
    ['has a string', { value: 'state' }],
    ['has an object of another shape', { value: {} }],
    ['has an object without a respondent', { value: { respondent: null } }],
    ['has an empty respondent', { value: { respondent: {}, pageSettings: {}, lastSettings: {}, queue: [] } }],
    ['has a frozen object of another shape', { value: Object.freeze({ respondent: {} }) }],
    ['has an object whose properties throw', { value: new Proxy({}, { get: refuse }) }]
  ])('gives the instance its own state if the record %s', (_, attributes) => {
    define(KEY, attributes)
    const state = getPageState()
    expect(state).toMatchObject({ queue: [], recentEvents: expect.any(Map) as unknown })
    expect(state.respondent.user).toBeDefined()
    expect(getPageState()).toBe(state)
  })

  it.each([[undefined], [{}], [[]]])(
    'includes a page whose record has recent events of another type (%j)',
    (recentEvents) => {
      const damaged = Object.assign({}, fromAnotherInstance(), { recentEvents })
      define(KEY, { value: damaged })
      expect(getPageState()).not.toBe(damaged)
      expect(damaged.recentEvents).toBe(recentEvents)
    }
  )
})

it('inherits nothing from a damaged Object.prototype', () => {
  const names = ['accountToken', 'failure', 'loadTimeout', 'failedRequest', 'survey', 'policy']
  for (const name of names) {
    Object.defineProperty(Object.prototype, name, { value: 'damaged', configurable: true, writable: true })
  }
  try {
    expect(Object.values(getPageState())).not.toContain('damaged')
    for (const name of names) expect(Reflect.get(getPageState(), name)).toBeUndefined()
  } finally {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name)
  }
})
