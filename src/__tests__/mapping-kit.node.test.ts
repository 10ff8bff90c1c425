import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { JSONObject } from '@segment/actions-core'
import type { transform as Transform } from '@segment/actions-core/mapping-kit'

const kit = dirname(createRequire(__filename).resolve('@segment/actions-core/mapping-kit'))

/** Loads the published mapping kit, either unchanged or with the stand-ins of the bundles. */
function loadTransform(hasStandIns: boolean): typeof Transform {
  let transform: typeof Transform | undefined
  jest.isolateModules(() => {
    for (const [name, standIn] of [
      ['validate', '../segment-runtime/validate-mapping'],
      ['value-keys', '../segment-runtime/value-keys'],
      ['liquid-directive', '../segment-runtime/liquid-directive']
    ] as const) {
      const module = join(kit, `${name}.js`)
      if (hasStandIns) jest.doMock(module, () => jest.requireActual<object>(standIn))
      else jest.dontMock(module)
    }
    transform = jest.requireActual<{ transform: typeof Transform }>('@segment/actions-core/mapping-kit').transform
  })
  if (!transform) throw new Error('The mapping kit has no transform')
  return transform
}

const segmentTransform = loadTransform(false)
const transform = loadTransform(true)

const event = { event: 'Sign Up', properties: { plan: 'pro', seats: null, items: [{ sku: 'a' }] } }
const path = { '@path': '$.properties.plan' }

/** A mapping for each directive that the bundles support. */
const EXAMPLES: Record<string, JSONObject> = {
  '@arrayPath': { '@arrayPath': ['$.properties.items', { id: { '@path': '$.sku' } }] },
  '@case': { '@case': { operator: 'upper', value: path } },
  '@excludeWhenNull': { '@excludeWhenNull': { '@path': '$.properties' } },
  '@flatten': { '@flatten': { value: { '@path': '$.properties' }, separator: '_' } },
  '@if': { '@if': { exists: { '@path': '$.properties.none' }, then: 1, else: path } },
  '@json': { '@json': { mode: 'encode', value: { '@path': '$.properties' } } },
  '@literal': { '@literal': { plan: path } },
  '@merge': { '@merge': { direction: 'right', objects: [{ plan: 1 }, { '@path': '$.properties' }] } },
  '@path': path,
  '@replace': { '@replace': { pattern: 'p', replacement: 'P', value: path } },
  '@template': { '@template': '{{event}}: {{properties.plan}}' },
  '@transform': { '@transform': { apply: { plan: path }, mapping: { value: { '@path': '$.plan' } } } }
}

it('supports all directives of the published mapping kit except Liquid', () => {
  const source = readFileSync(join(kit, 'index.js'), 'utf8')
  const registered = Array.from(source.matchAll(/register(?:String)?Directive\(\s*['"](@\w+)/g), ([, name]) => name)
  expect(registered.sort()).toEqual([...Object.keys(EXAMPLES), '@liquid'].sort())
})

it.each(Object.entries(EXAMPLES))("maps %s as with Segment's own modules", (_, value) => {
  const mapped = transform({ value }, event)
  expect(mapped.value).toBeDefined()
  expect(mapped).toEqual(segmentTransform({ value }, event))
})

it.each(['@nonsense', '@liquid'])('fails for an event with the directive %s', (name) => {
  const message = name === '@liquid' ? 'Liquid is not available in the browser' : '@nonsense is not a valid directive'
  expect(() => transform({ value: { [name]: '{{ event }}' } }, event)).toThrow(message)
  expect(() => transform({ deep: [{ value: { [name]: '{{ event }}' } }] }, event)).toThrow(message)
})
