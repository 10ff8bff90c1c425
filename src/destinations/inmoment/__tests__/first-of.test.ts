import { transform } from '@segment/actions-core'
import fc from 'fast-check'
import { firstOf } from '../first-of'

function resolved(event: object, path: string, ...others: string[]): unknown {
  // Segment types a mapping and an event as JSON, which a directive and any object are not to the compiler.
  const [mapping, data] = [{ value: firstOf(path, ...others) }, event] as unknown as Parameters<typeof transform>
  return transform(mapping, data).value
}

test('takes the one property that it is given', () => {
  expect(resolved({ a: 1 }, '$.a')).toBe(1)
  expect(resolved({ b: 1 }, '$.a')).toBeUndefined()
})

test('takes the first property that exists, of any number of them', () => {
  const places = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
  fc.assert(
    fc.property(places, fc.subarray(['a', 'b', 'c', 'd', 'e']), (order, present) => {
      const [path = '', ...others] = order.map((key) => `$.${key}`)
      const event = Object.fromEntries(present.map((key) => [key, `value of ${key}`]))
      const first = order.find((key) => present.includes(key))
      expect(resolved(event, path, ...others)).toBe(first && `value of ${first}`)
    }),
    { numRuns: 500 }
  )
})

test('does not pass over a property that is false, zero or empty', () => {
  expect(resolved({ a: false, b: 1 }, '$.a', '$.b')).toBe(false)
  expect(resolved({ a: 0, b: 1 }, '$.a', '$.b')).toBe(0)
  expect(resolved({ a: '', b: 1 }, '$.a', '$.b')).toBe('')
})

test('passes over a property that is null', () => {
  expect(resolved({ a: null, b: 1 }, '$.a', '$.b')).toBe(1)
})

test('finds properties at any depth', () => {
  expect(resolved({ context: { page: { path: '/cart' } } }, '$.properties.path', '$.context.page.path')).toBe('/cart')
})
