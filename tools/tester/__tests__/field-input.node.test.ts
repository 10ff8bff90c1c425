import type { JSONLike } from '@segment/actions-core'
import { formatInput, getInputKind, getInputKinds, parseInput } from '../page/fields/field-input'

test.each<[string, JSONLike | undefined]>([
  ['none', undefined],
  ['path', { '@path': '$.event' }],
  ['template', { '@template': '{{event}}' }],
  ['fixed', 'Upgrade'],
  ['fixed', 12],
  ['fixed', false],
  ['json', { plan: { '@path': '$.traits.plan' } }],
  ['json', { '@if': { exists: { '@path': '$.a' }, then: 1 } }],
  ['json', null]
])('uses an input of the kind %s for %j, which returns the same value', (kind, value) => {
  expect(getInputKind(value)).toBe(kind)
  const type = typeof value === 'number' ? 'number' : typeof value === 'boolean' ? 'boolean' : 'string'
  expect(parseInput(formatInput(value, getInputKind(value)), getInputKind(value), { type })).toEqual(value)
})

test('converts a path to a template and to JSON', () => {
  expect(formatInput({ '@path': '$.traits.email' }, 'template')).toBe('{{traits.email}}')
  expect(formatInput({ '@path': '$.traits.email' }, 'json')).toBe('{\n  "@path": "$.traits.email"\n}')
})

test('does not offer a fixed value for objects', () => {
  expect(getInputKinds({ type: 'object' }).map(({ value }) => value)).toEqual(['none', 'path', 'template', 'json'])
})
