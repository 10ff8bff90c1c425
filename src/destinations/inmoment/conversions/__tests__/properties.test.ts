import { runInNewContext } from 'node:vm'
import type { Warn } from '../../warnings'
import { convertProperties } from '../properties'

const NOON = '2014-05-07T12:00:00Z'
const NOON_SECONDS = 1399464000

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => warn.mockClear())

function convert(traits: unknown): unknown {
  return convertProperties(traits, 'properties', warn)
}

function getWarnedNames(): string[] {
  return warn.mock.calls.map(([name]) => name)
}

describe('other values', () => {
  test.each([
    ['a key with a suffix of InMoment', { seats_amount: 5, tags_array: 'a,b', renewal_date: NOON_SECONDS }],
    ['a key in camel case or with spaces', { firstName: 'Ada', 'Plan Name': 'Pro' }],
    ['an empty key', { '': 'value' }],
    ['an empty string, null, zero and false', { a: '', b: null, c: 0, d: false }],
    ['a list of date strings', { visits: ['2014-05-07', '2014-05-08'] }],
    ['an empty list', { tags: [] }],
    ['a day without hyphens, which may be a number of any kind', { order: '20140507' }],
    ['a year', { born: '1815', month: '1815-12' }],
    ['a string that only starts with a date', { note: '2014-05-07 was a Wednesday' }],
    ['a date in words', { since: 'May 7, 2014' }],
    ['a day that does not exist', { since: '2014-02-30' }],
    ['a number that could be a time', { since: 1399464000000 }]
  ])('keeps %s', (_, traits) => {
    expect(convert(traits)).toEqual(traits)
    expect(warn).not.toHaveBeenCalled()
  })
})

describe('traits with their own key in wootricSettings', () => {
  test('are not sent, and cause no warning', () => {
    const traits = { email: 'ada@example.com', createdAt: NOON, created_at: NOON, created: NOON, name: 'Ada' }
    expect(convert(traits)).toStrictEqual({ name: 'Ada' })
    expect(warn).not.toHaveBeenCalled()
  })

  test('are not sent if a forbidden character replaces the underscore', () => {
    expect(convert({ 'created.at': 1, created$at: 1, 'created\0at': 1 })).toStrictEqual({})
    expect(warn).toHaveBeenCalledTimes(3)
  })

  test('are not sent with nested values', () => {
    expect(convert({ email: { work: 'ada@example.com' }, created: [{ at: NOON }] })).toStrictEqual({})
  })

  test('cause no warning if they cannot be sent, because their own fields warn', () => {
    expect(convert({ createdAt: new Date(NaN), email: () => 'ada@example.com' })).toStrictEqual({})
    expect(warn).not.toHaveBeenCalled()
  })

  test('do not include similar names', () => {
    const traits = { Email: 'a', email_2: 'b', createdat: 'c', created_at_home: 'd', emails: ['e'] }
    expect(convert(traits)).toEqual(traits)
  })

  test('do not include nested emails', () => {
    expect(convert({ company: { email: 'office@example.com' } })).toEqual({ company_email: 'office@example.com' })
  })
})

describe('dates', () => {
  test.each([
    ['a Date', new Date(NOON)],
    ['a Date of another frame', runInNewContext(`new Date('${NOON}')`) as unknown],
    ['an ISO string', NOON],
    ['an ISO string in another time zone', '2014-05-07T14:00:00+02:00'],
    ['a time half a second earlier', new Date(NOON_SECONDS * 1000 - 500)]
  ])('sends %s as Unix seconds under a name that ends in _date', (_, value) => {
    expect(convert({ joined: value, renewal_date: value })).toStrictEqual({
      joined_date: NOON_SECONDS,
      renewal_date: NOON_SECONDS
    })
    expect(warn).not.toHaveBeenCalled()
  })

  test('become the first second of the day in UTC', () => {
    expect(convert({ joined: '2014-05-07' })).toEqual({ joined_date: Date.parse('2014-05-07') / 1000 })
  })

  test('are found in objects and in lists of objects', () => {
    const traits = { plan: { since: NOON, end_date: NOON }, visits: [{ at: new Date(NOON) }] }
    expect(convert(traits)).toEqual({
      plan_since_date: NOON_SECONDS,
      plan_end_date: NOON_SECONDS,
      visits_0_at_date: NOON_SECONDS
    })
  })

  test('stay in a list as strings', () => {
    expect(convert({ visits: [new Date(0), '2014-05-07'] })).toEqual({
      visits: ['1970-01-01T00:00:00.000Z', '2014-05-07']
    })
  })

  test('stay in a list of one', () => {
    expect(convert({ visits: ['2014-05-07'] })).toEqual({ visits: ['2014-05-07'] })
  })

  test('are converted with any suffix in their name', () => {
    expect(convert({ joined_amount: NOON, joined_array: new Date(NOON) })).toEqual({
      joined_amount_date: NOON_SECONDS,
      joined_array_date: NOON_SECONDS
    })
  })

  test('are dropped with a warning if they are invalid', () => {
    expect(convert({ joined: new Date(NaN), name: 'Ada' })).toStrictEqual({ name: 'Ada' })
    expect(getWarnedNames()).toEqual(['properties.joined'])
  })
})

describe('objects', () => {
  test('are flattened to any depth, with names joined by an underscore', () => {
    expect(convert({ address: { city: 'London', geo: { lat: 51.5, tags: ['a'] } } })).toStrictEqual({
      address_city: 'London',
      address_geo_lat: 51.5,
      address_geo_tags: ['a']
    })
  })

  test('are flattened by position in an array', () => {
    expect(convert({ products: [{ sku: 'a' }, 'text', { sku: 'b', sizes: [1, 2] }, [{ deep: 1 }]] })).toStrictEqual({
      products_0_sku: 'a',
      products_1: 'text',
      products_2_sku: 'b',
      products_2_sizes: [1, 2],
      products_3_0_deep: 1
    })
  })

  test('cause no error if they are deeper than the stack', () => {
    let objects: unknown = 'bottom'
    let arrays: unknown = { bottom: 1 }
    for (let level = 0; level < 50_000; level++) {
      objects = { o: objects }
      arrays = [arrays]
    }
    expect(() => convert({ objects })).not.toThrow()
    expect(() => convert({ arrays })).not.toThrow()
  })
})

describe('forbidden characters', () => {
  test('become underscores in keys at every depth', () => {
    expect(convert({ 'plan.name': 'Pro', $price: 5, 'a\0b': 1, deep: { 'c.$d': 2 } })).toStrictEqual({
      plan_name: 'Pro',
      _price: 5,
      a_b: 1,
      deep_c__d: 2
    })
    expect(warn).not.toHaveBeenCalled()
  })

  test('do not change in values', () => {
    const traits = { price: '$5.00', list: ['a.b', '\0'] }
    expect(convert(traits)).toEqual(traits)
  })
})

describe('names that become equal', () => {
  test.each([
    [
      'a flattened key',
      { address_city: 'Paris', address: { city: 'London' } },
      { address_city: 'Paris' },
      'address.city'
    ],
    [
      'a key that came first',
      { address: { city: 'London' }, address_city: 'Paris' },
      { address_city: 'Paris' },
      'address.city'
    ],
    ['a cleaned key', { 'a.b': 1, a_b: 2 }, { a_b: 2 }, 'a.b'],
    ['a renamed date', { joined: NOON, joined_date: 5 }, { joined_date: 5 }, 'joined'],
    ['a date that had the name', { joined: new Date(0), joined_date: NOON }, { joined_date: NOON_SECONDS }, 'joined']
  ])('keep the value whose name did not change, and warn about %s', (_, traits, properties, left) => {
    expect(convert(traits)).toStrictEqual(properties)
    expect(warn.mock.calls).toEqual([[`properties.${left}`, expect.stringContaining(Object.keys(properties).join())]])
  })

  test('keep the first value if every name changed, and warn about the others', () => {
    expect(convert({ 'a.b': 1, a: { b: 2 }, a$b: 3 })).toStrictEqual({ a_b: 1 })
    expect(getWarnedNames()).toEqual(['properties.a.b', 'properties.a$b'])
  })

  test('never become __proto__', () => {
    const properties = convert({ '.$proto__': { polluted: 1 }, '_.proto__': 1, _: { proto__: ['polluted'] }, a: 1 })
    expect(properties).toStrictEqual({ __proto___polluted: 1, a: 1 })
    expect(Object.getPrototypeOf(properties)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
    expect(getWarnedNames()).toEqual(['properties._.proto__', 'properties._.proto__'])
  })
})

describe('values other than objects', () => {
  test.each([[undefined], [null]])('are undefined for %s, without a warning', (value) => {
    expect(convert(value)).toBeUndefined()
    expect(warn).not.toHaveBeenCalled()
  })

  test.each([['text'], [5], [true], [['list']], [new Date(0)], [() => 1], [NaN]])(
    'are dropped with a warning: %p',
    (value) => {
      expect(convert(value)).toBeUndefined()
      expect(getWarnedNames()).toEqual(['properties'])
    }
  )
})
