import { transform } from '@segment/actions-core'
import fc from 'fast-check'
import { createPathDirective } from '../../destinations/inmoment/fields'

describe('createPathDirective', () => {
  test('resolves to the first event property that exists', () => {
    const paths = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 1 })
    fc.assert(
      fc.property(paths, fc.subarray(['a', 'b', 'c', 'd', 'e']), (order, present) => {
        const [path = '', ...others] = order.map((key) => `$.${key}`)
        const event = Object.fromEntries(present.map((key) => [key, `value of ${key}`]))
        const first = order.find((key) => present.includes(key))
        expect(resolveDirective(event, path, ...others)).toBe(first && `value of ${first}`)
      }),
      { numRuns: 500 }
    )
  })
})

function resolveDirective(event: object, path: string, ...others: string[]): unknown {
  // Segment's types accept only JSON here.
  const [mapping, data] = [{ value: createPathDirective(path, ...others) }, event] as unknown as Parameters<
    typeof transform
  >
  return transform(mapping, data).value
}
