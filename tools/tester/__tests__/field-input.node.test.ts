import type { JSONLike } from '@segment/actions-core'
import { createPathDirective } from '../../../src/destinations/inmoment/fields'
import { formatInput, getInputKind, getInputKinds, parseInput, type FieldShape } from '../page/fields/field-input'

test.each<[string, JSONLike | undefined]>([
  ['none', undefined],
  ['path', { '@path': '$.event' }],
  ['firstOf', createPathDirective('$.traits.email', '$.properties.email', '$.userId') as unknown as JSONLike],
  ['template', { '@template': '{{event}}' }],
  ['fixed', 'Upgrade'],
  ['fixed', 12],
  ['fixed', false],
  [
    'pairs',
    {
      plan: { '@path': '$.traits.plan' },
      note: { '@template': 'to {{userId}}' },
      source: 'web',
      seats: 12,
      trial: true
    }
  ],
  ['json', { seats: '12' }],
  ['json', { plan: { name: { '@path': '$.traits.plan' } } }],
  ['json', { '@if': { exists: { '@path': '$.a' }, then: 1 } }],
  ['json', null]
])('uses an input of the kind %s for %j, which returns the same value', (kind, value) => {
  const type = typeof value === 'object' ? 'object' : typeof value === 'undefined' ? 'string' : typeof value
  const shape = { type: type as FieldShape['type'] }
  expect(getInputKind(value, shape)).toBe(kind)
  expect(parseInput(formatInput(value, getInputKind(value, shape)), getInputKind(value, shape), shape)).toEqual(value)
})

test('converts a path to a template and to JSON', () => {
  expect(formatInput({ '@path': '$.traits.email' }, 'template')).toBe('{{traits.email}}')
  expect(formatInput({ '@path': '$.traits.email' }, 'json')).toBe('{\n  "@path": "$.traits.email"\n}')
})

test('does not offer a fixed value for objects', () => {
  expect(getInputKinds({ type: 'object' }).map(({ value }) => value)).toEqual([
    'none',
    'path',
    'firstOf',
    'template',
    'pairs',
    'json'
  ])
})

test('converts a path to the first of several paths, and back', () => {
  expect(formatInput({ '@path': '$.a' }, 'firstOf')).toBe('$.a')
  expect(parseInput('$.a\n\n$.b', 'firstOf', { type: 'string' })).toEqual(createPathDirective('$.a', '$.b'))
  expect(formatInput(createPathDirective('$.a', '$.b') as unknown as JSONLike, 'path')).toBe('$.a')
})

test('maps no value while a path is empty', () => {
  expect(parseInput('', 'path', { type: 'string' })).toBeUndefined()
  expect(parseInput('$.', 'path', { type: 'string' })).toBeUndefined()
})
