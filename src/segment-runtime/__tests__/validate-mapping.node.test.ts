import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import validate from '../validate-mapping'

const kit = dirname(createRequire(__filename).resolve('@segment/actions-core/mapping-kit'))
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the package exports the mapping kit as a whole
const { default: validateOfSegment } = require(join(kit, 'validate')) as { default: (mapping: unknown) => void }

function isRefused(validation: (mapping: unknown) => void, mapping: unknown): boolean {
  try {
    validation(mapping)
    return false
  } catch {
    return true
  }
}

const OPTIONS = {
  '@if': ['exists', 'blank', 'then', 'else'],
  '@case': ['operator', 'value'],
  '@replace': ['pattern', 'replacement', 'value', 'ignorecase', 'global', 'pattern2', 'replacement2'],
  '@json': ['value', 'mode'],
  '@flatten': ['value', 'separator', 'omitArrays'],
  '@merge': ['objects', 'direction'],
  '@transform': ['apply', 'mapping']
}

function recordOf<Value>(keys: string[], value: Value): Record<string, Value> {
  return Object.fromEntries(keys.map((key) => [key, value]))
}

const texts = fc.constantFrom(
  '',
  '$.traits.email',
  'lower',
  'Encode',
  'decode',
  'left',
  'RIGHT',
  '0123456789',
  '01234567890'
)
const scalars = fc.oneof(texts, fc.boolean(), fc.constant(null), fc.constant(undefined), fc.constant(7))

/** What can stand in a mapping, most of it nearly right. */
const { mapping } = fc.letrec<{ mapping: unknown; directive: object }>((tie) => {
  const value = tie('mapping')
  const withOptions = Object.entries(OPTIONS).map(([name, keys]) => {
    const likely = keys.filter((key) => ['pattern', 'mode', 'direction'].includes(key))
    const options = fc.record(recordOf(keys, value), { requiredKeys: [] })
    return fc
      .tuple(options, fc.record(recordOf(likely, texts)))
      .map((parts) => ({ [name]: Object.assign({}, ...parts) }))
  })
  const plain = fc.constantFrom(
    '@path',
    '@template',
    '@literal',
    '@excludeWhenNull',
    '@liquid',
    '@arrayPath',
    '@none',
    '@'
  )
  return {
    directive: fc.oneof(
      ...withOptions,
      fc.tuple(plain, value).map(([name, of]) => ({ [name]: of }))
    ),
    mapping: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      scalars,
      fc.constant({ '@path': '$.traits.email' }),
      tie('directive'),
      fc.array(value, { maxLength: 3 }),
      fc.dictionary(fc.constantFrom('email', 'objects', '_metadata', '@path', '@type'), value, { maxKeys: 3 })
    )
  }
})

it("refuses the mappings that Segment's own validation refuses, and no others", () => {
  let refused = 0
  const runs = 20_000
  fc.assert(
    fc.property(mapping, (mapping) => {
      const expected = isRefused(validateOfSegment, mapping)
      if (expected) refused += 1
      expect(isRefused(validate, mapping)).toBe(expected)
    }),
    { numRuns: runs }
  )
  expect(refused / runs).toBeGreaterThan(0.2)
  expect(refused / runs).toBeLessThan(0.8)
})

const path = { '@path': '$.traits.email' }

test.each([
  ['an unknown directive', { '@nonsense': '$.event' }],
  ['two directives in one', { ...path, '@template': '{{event}}' }],
  ['a key beside a directive', { ...path, other: 1 }],
  ['a directive for options', { '@if': path }],
  ['an empty pattern', { '@replace': { pattern: '', value: path } }],
  ['a pattern that is too long', { '@replace': { pattern: '01234567890', value: path } }],
  ['a broken directive for the items of a list', { '@arrayPath': ['$.products', { sku: { ...path, other: 1 } }] }]
])('refuses %s, wherever it is, and names the directive', (_, broken) => {
  for (const mapping of [
    broken,
    { email: broken },
    { properties: { deep: broken } },
    { email: { '@literal': broken } }
  ]) {
    expect(isRefused(validateOfSegment, mapping)).toBe(true)
    expect(() => validate(mapping)).toThrow(/^invalid directive: @/)
  }
})
