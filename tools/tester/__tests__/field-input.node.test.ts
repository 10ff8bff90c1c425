import type { JSONLike } from '@segment/actions-core'
import { inputText, modeOf, modesFor, valueOf } from '../page/mappings/field-input'

test.each<[string, JSONLike | undefined]>([
  ['none', undefined],
  ['path', { '@path': '$.event' }],
  ['template', { '@template': '{{event}}' }],
  ['text', 'Upgrade'],
  ['text', 12],
  ['text', false],
  ['json', { plan: { '@path': '$.traits.plan' } }],
  ['json', { '@if': { exists: { '@path': '$.a' }, then: 1 } }],
  ['json', null]
])('%s is the way to fill a field with %j, and gives it back unchanged', (mode, value) => {
  expect(modeOf(value)).toBe(mode)
  const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string'
  expect(valueOf(inputText(value, modeOf(value)), modeOf(value), { type })).toEqual(value)
})

test('converts a path to a template and to JSON', () => {
  expect(inputText({ '@path': '$.traits.email' }, 'template')).toBe('{{traits.email}}')
  expect(inputText({ '@path': '$.traits.email' }, 'json')).toBe('{\n  "@path": "$.traits.email"\n}')
})

test('offers no fixed value for objects', () => {
  expect(modesFor({ type: 'object' }).map(({ value }) => value)).toEqual(['none', 'path', 'template', 'json'])
})
