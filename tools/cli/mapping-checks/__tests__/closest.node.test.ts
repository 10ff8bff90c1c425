import { closest, suggestion } from '../closest'

const known = ['replay', 'validate', 'generate:types', 'generate:metadata-payload']

it.each([
  ['replai', 'replay'],
  ['VALIDATE', 'validate'],
  ['valid', 'validate'],
  ['generate:t', 'generate:types'],
  ['generate', undefined],
  ['re', undefined],
  ['unknown', undefined],
  ['', undefined]
])('finds for %j the name %j', (name, found) => {
  expect(closest(name, known)).toBe(found)
})

it('suggests the closest name, or else all', () => {
  expect(suggestion('replai', known)).toBe('Did you mean replay?')
  expect(suggestion('x', ['a1', 'b2'])).toBe('Did you mean a1?')
  expect(suggestion('unknown', known)).toBe(`Use one of ${known.join(', ')}.`)
})
