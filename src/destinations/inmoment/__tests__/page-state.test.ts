import { KEY, pageState } from '../page-state'
import { EMPTY_RESPONDENT } from '../respondent'
import { defineGlobal, resetPage, throwPageError } from '../../../../test/support/reset-page'

beforeEach(resetPage)

afterEach(resetPage)

/** The state as another instance of the destination has it, whose classes are its own. */
function fromAnotherInstance(): ReturnType<typeof pageState> {
  let state: ReturnType<typeof pageState> | undefined
  jest.isolateModules(() => {
    const other = jest.requireActual<{ pageState: typeof pageState }>('../page-state')
    state = other.pageState()
  })
  if (!state) throw new Error('the other instance has no state')
  return state
}

it('is empty on a new page', () => {
  expect(pageState()).toMatchObject({ respondent: EMPTY_RESPONDENT, queue: [], madeEvents: new Map() })
  expect(pageState().accountToken).toBeUndefined()
})

it('is one object for every instance on the page, under a versioned symbol', () => {
  const state = fromAnotherInstance()
  expect(pageState()).toBe(state)
  expect((window as { [KEY]?: unknown })[KEY]).toBe(state)
  expect(Object.getOwnPropertySymbols(window)).toContain(KEY)
})

describe('a page that prevents sharing', () => {
  it.each<[string, PropertyDescriptor]>([
    ['has a getter that throws', { get: throwPageError }],
    ['has a getter that returns nothing', { get: () => undefined, set: () => undefined }],
    ['has a setter that throws', { get: () => undefined, set: throwPageError }],
    ['has null', { value: null }],
    ['has a string', { value: 'state' }],
    ['has an object of another shape', { value: {} }],
    ['has an object without a respondent', { value: { respondent: null } }],
    ['has an empty respondent', { value: { respondent: {}, pageSettings: {}, writtenSettings: {}, queue: [] } }],
    ['has a frozen object of another shape', { value: Object.freeze({ respondent: {} }) }],
    ['has an object whose properties throw', { value: new Proxy({}, { get: throwPageError }) }]
  ])('keeps one state in the instance if the record %s', (_, attributes) => {
    defineGlobal(KEY, attributes)
    const state = pageState()
    expect(state).toMatchObject({ queue: [], madeEvents: expect.any(Map) as unknown })
    expect(state.respondent.user).toBeDefined()
    expect(pageState()).toBe(state)
  })

  it.each([[undefined], [{}], [[]]])('is one whose record has made events of another type (%j)', (madeEvents) => {
    const damaged = Object.assign({}, fromAnotherInstance(), { madeEvents })
    defineGlobal(KEY, { value: damaged })
    expect(pageState()).not.toBe(damaged)
    expect(damaged.madeEvents).toBe(madeEvents)
  })
})

it('inherits nothing from a damaged Object.prototype', () => {
  const names = ['accountToken', 'failure', 'waitLimit', 'missedRequest', 'survey', 'policy']
  for (const name of names) {
    Object.defineProperty(Object.prototype, name, { value: 'damaged', configurable: true, writable: true })
  }
  try {
    expect(Object.values(pageState())).not.toContain('damaged')
    for (const name of names) expect(Reflect.get(pageState(), name)).toBeUndefined()
  } finally {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name)
  }
})
