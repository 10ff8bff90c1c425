import fc from 'fast-check'
import { getRuns } from '../support/random-runs'
import { addState, findInherited, parseHistory } from '../../src/react-native/inherited-history'
import { countEqual, followTraits, getCallType } from '../../src/react-native/inherited-traits'

const NOBODY = { anonymousId: 'x' }
const ANN = { anonymousId: 'x', userId: 'ann', traits: { email: 'ann@example.com', plan: 'pro' } }
const INHERITED = { userId: 'bob', anonymousId: 'x', names: ['email', 'plan'] }

describe('followTraits', () => {
  it('returns the equal traits of the user before', () => {
    const bob = { anonymousId: 'x', userId: 'bob', traits: { ...ANN.traits, plan: 'free', seats: 3 } }
    expect(followTraits(undefined, ANN, bob)).toEqual({ ...INHERITED, names: ['email'] })
  })

  it('returns nothing for the first user and for the same one', () => {
    expect(followTraits(undefined, NOBODY, ANN)).toBeUndefined()
    expect(
      followTraits(undefined, { ...NOBODY, traits: ANN.traits }, { ...ANN, traits: { ...ANN.traits } })
    ).toBeUndefined()
    expect(followTraits(undefined, ANN, { ...ANN, traits: { ...ANN.traits } })).toBeUndefined()
  })

  it('removes a trait that was set to another value', () => {
    const bob = { anonymousId: 'x', userId: 'bob', traits: ANN.traits }
    expect(followTraits(INHERITED, bob, { ...bob, traits: { ...ANN.traits, plan: 'free' } })?.names).toEqual(['email'])
    expect(followTraits(INHERITED, bob, { ...bob, traits: { email: undefined, plan: 'free' } })).toBeUndefined()
  })

  it('returns nothing after reset', () => {
    expect(followTraits(INHERITED, ANN, { anonymousId: 'y' })).toBeUndefined()
  })

  it('keeps the names under the new ID after alias', () => {
    const bob = { anonymousId: 'x', userId: 'bob', traits: ANN.traits }
    expect(followTraits(INHERITED, bob, { ...bob, userId: 'cem' })).toEqual({ ...INHERITED, userId: 'cem' })
    expect(followTraits(undefined, bob, { ...bob, userId: 'cem' })).toBeUndefined()
  })

  it('accepts traits that are not JSON', () => {
    const circular: Record<string, unknown> = {}
    circular.self = circular
    const traits = { one: circular, two: new Date(0), three: 5n, four: () => undefined } as never
    const before = { anonymousId: 'x', userId: 'ann', traits }
    expect(
      followTraits(undefined, before, { ...before, userId: 'bob', traits: { ...(traits as object) } })?.names
    ).toEqual(['one', 'two', 'three', 'four'])
  })
})

it('getCallType recognizes calls by their changes', () => {
  const traits = { ...ANN.traits }
  expect(getCallType(ANN, { ...ANN, traits })).toBe('identify')
  expect(getCallType(NOBODY, { ...NOBODY, traits: {} })).toBe('identify')
  expect(getCallType(ANN, { ...ANN, userId: 'bob' })).toBe('alias')
  expect(getCallType(NOBODY, { ...NOBODY, userId: 'bob' })).toBe('alias')
  expect(getCallType(ANN, { anonymousId: 'y' })).toBeUndefined()
  expect(getCallType({ ...NOBODY, userId: 'bob' }, NOBODY)).toBeUndefined()
  expect(getCallType(ANN, { ...ANN })).toBeUndefined()
})

it('countEqual counts equal traits', () => {
  expect(countEqual({ a: 1, b: [2], c: 3 }, { a: 1, b: [2], c: 4, d: 5 })).toBe(2)
  expect(countEqual(undefined, {})).toBe(0)
})

describe('the history', () => {
  const bob = { anonymousId: 'x', userId: 'bob', traits: { email: 'ann@example.com', plan: 'pro' } }
  const later = { ...bob, traits: { ...bob.traits, plan: 'free' } }
  const history = addState(addState([], bob, INHERITED), later, { ...INHERITED, names: ['email'] })

  it('finds the names of each state', () => {
    expect(findInherited(history, bob)?.names).toEqual(['email', 'plan'])
    expect(findInherited(history, later)?.names).toEqual(['email'])
  })

  it('finds all names of a user in an unknown state', () => {
    expect(findInherited(history, { ...bob, traits: {} })?.names).toEqual(['email', 'plan'])
  })

  it('finds nothing of another user', () => {
    expect(findInherited(history, { ...bob, userId: 'cem' })).toBeUndefined()
    expect(findInherited(history, { ...bob, anonymousId: 'y' })).toBeUndefined()
    expect(findInherited([], bob)).toBeUndefined()
  })

  it('contains no values', () => {
    expect(JSON.stringify(history)).not.toMatch(/ann@|"pro"|free/)
  })

  it('keeps only states with inherited traits after reset', () => {
    expect(addState(history, NOBODY, undefined)).toEqual(history)
    expect(addState(addState([], ANN, undefined), NOBODY, undefined)).toEqual([])
  })

  it('is limited', () => {
    let states = history
    for (let count = 0; count < 100; count += 1) states = addState(states, { ...bob, traits: { count } }, undefined)
    expect(states).toHaveLength(20)
  })

  it('survives the device, and anything else counts as none', () => {
    expect(parseHistory(JSON.parse(JSON.stringify(history)))).toEqual(history)
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const states = parseHistory(value)
        expect(() => findInherited(states, bob)).not.toThrow()
      }),
      { numRuns: getRuns(100) }
    )
    expect(parseHistory([null, 1, {}, { names: 1 }])).toEqual([])
  })

  it('recognizes traits after they were stored as JSON', () => {
    const traits = { since: new Date(0), none: undefined, list: [undefined, NaN], text: 'ü' } as never
    const states = addState([], { ...bob, traits }, { ...INHERITED, names: ['since'] })
    const stored = { ...bob, traits: JSON.parse(JSON.stringify(traits)) as never }
    expect(findInherited([...states, ...addState([], bob, INHERITED)], stored)?.names).toEqual(['since'])
  })
})
