import fc from 'fast-check'
import { filled, unfilled } from '../filled'

afterEach(() => {
  Reflect.deleteProperty(Object.prototype, 'colour')
})

test('makes an ordinary object of the keys, in their order', () => {
  const keys = fc.uniqueArray(fc.string().filter((key) => key !== '__proto__' && !/^\d+$/.test(key)))
  fc.assert(
    fc.property(keys, (keys) => {
      const object = unfilled<number>()
      for (const [place, key] of keys.entries()) object[key] = place
      expect(Object.entries(filled(object))).toEqual(keys.map((key, place) => [key, place]))
      expect(Object.getPrototypeOf(object)).toBe(Object.prototype)
    })
  )
})

test('takes a key of its own where the page has made Object.prototype refuse it', () => {
  Object.defineProperty(Object.prototype, 'colour', {
    configurable: true,
    get: () => 'none',
    set: () => {
      throw new Error('refused')
    }
  })
  const object = unfilled<string>()
  expect('colour' in object).toBe(false)
  object.colour = 'red'
  expect(Object.entries(filled(object))).toEqual([['colour', 'red']])
})
