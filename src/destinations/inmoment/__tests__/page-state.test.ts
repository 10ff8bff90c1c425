import { getPageState } from '../page-state'
import { EMPTY_RESPONDENT } from '../respondent'
import { defineGlobal, resetPage, throwError } from '../test-support/reset-page'

const KEY = Symbol.for('segment.actions-inmoment@1')

beforeEach(resetPage)

afterEach(resetPage)

/** Returns the state of another instance, which has its own classes. */
function getStateOfOtherInstance(): ReturnType<typeof getPageState> {
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
  const state = getStateOfOtherInstance()
  expect(getPageState()).toBe(state)
  expect((window as { [KEY]?: unknown })[KEY]).toBe(state)
  expect(Object.getOwnPropertySymbols(window)).toContain(KEY)
})

describe('a page that prevents sharing', () => {
  it.each<[string, PropertyDescriptor]>([
    ['has a getter that throws', { get: throwError }],
    ['has a getter that returns nothing', { get: () => undefined, set: () => undefined }],
    ['has a setter that throws', { get: () => undefined, set: throwError }],
    ['has null', { value: null }],
    ['has a string', { value: 'state' }],
    ['has an object of another shape', { value: {} }],
    ['has an object without a respondent', { value: { respondent: null } }],
    ['has an empty respondent', { value: { respondent: {}, pageSettings: {}, lastSettings: {}, queue: [] } }],
    ['has a frozen object of another shape', { value: Object.freeze({ respondent: {} }) }],
    ['has an object whose properties throw', { value: new Proxy({}, { get: throwError }) }]
  ])('gives the instance its own state if the record %s', (_, attributes) => {
    defineGlobal(KEY, attributes)
    const state = getPageState()
    expect(state).toMatchObject({ queue: [], recentEvents: expect.any(Map) as unknown })
    expect(state.respondent.user).toBeDefined()
    expect(getPageState()).toBe(state)
  })

  it.each([[undefined], [{}], [[]]])(
    'includes a page whose record has recent events of another type (%j)',
    (recentEvents) => {
      const damaged = Object.assign({}, getStateOfOtherInstance(), { recentEvents })
      defineGlobal(KEY, { value: damaged })
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
