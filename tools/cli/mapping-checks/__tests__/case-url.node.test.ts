import fc from 'fast-check'
import { compressToEncodedURIComponent } from 'lz-string'
import { decodeCase, encodeCase, hasCase } from '../case-url'

it('reads each case that it writes, also from a whole URL', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const hash = encodeCase(value)
      expect(hasCase(hash)).toBe(true)
      expect(decodeCase(`http://localhost:4173/path/${hash}`)).toEqual(JSON.parse(JSON.stringify(value)))
    })
  )
})

it('writes only characters that a URL keeps', () => {
  const hash = encodeCase({ text: 'Zoë “x” 日本 +&%' })
  expect(new URL(`http://localhost/${hash}`).hash).toBe(hash)
})

it.each([
  ['is damaged', '#case=1.abc', 'damaged'],
  ['is not an object', `#case=1.${compressToEncodedURIComponent('[1]')}`, 'damaged'],
  ['has another version', '#case=9.abc', 'another version'],
  ['has no case', '#other', 'no case'],
  ['is too long', `#case=1.${'a'.repeat(40_000)}`, 'too long'],
  ['expands to too much', `#case=1.${compressToEncodedURIComponent(`{"a":"${'a'.repeat(2_000_000)}"}`)}`, 'too long']
])('rejects a URL that %s', (_, url, message) => {
  expect(() => decodeCase(url)).toThrow(message)
})

it('does not write a URL that is too long to share', () => {
  const text = fc.sample(fc.string({ minLength: 60_000, maxLength: 60_000 }), { numRuns: 1, seed: 1 })[0]
  expect(() => encodeCase({ text })).toThrow('Export it as a file')
})
