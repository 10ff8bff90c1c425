import { defaultValues, transform } from '@segment/actions-core'
import { createDefaultMapping, createPathDirective, createObjectField, createTextField } from '../fields'
import identifyGroup from '../identifyGroup'
import identifyUser from '../identifyUser'
import trackEvent from '../trackEvent'
import trackPage from '../trackPage'

const field = { label: 'Field', description: 'A field.', type: 'string' } as const

describe('createDefaultMapping', () => {
  test('maps each field to its default', () => {
    const path = { '@path': '$.email' }
    expect(createDefaultMapping({ email: { ...field, default: path }, plan: { ...field, default: 'Pro' } })).toEqual({
      email: path,
      plan: 'Pro'
    })
  })

  test('keeps defaults that are empty, zero or false', () => {
    const fields = {
      text: { ...field, default: '' },
      number: { ...field, type: 'number', default: 0 },
      boolean: { ...field, type: 'boolean', default: false }
    } as const
    expect(createDefaultMapping(fields)).toEqual({ text: '', number: 0, boolean: false })
  })

  test('does not contain fields without a default', () => {
    expect(createDefaultMapping({ externalId: field, email: { ...field, default: undefined } })).toStrictEqual({})
  })

  test.each(Object.entries({ identifyUser, trackEvent, trackPage, identifyGroup }))(
    'is the mapping of %s that Segment’s defaultValues returns',
    (_, { fields }) => {
      expect(createDefaultMapping(fields)).toEqual(defaultValues(fields))
      expect(Object.keys(createDefaultMapping(fields)).length).toBeGreaterThan(0)
    }
  )
})

describe('createPathDirective', () => {
  test('resolves to the value of one event property', () => {
    expect(resolveDirective({ a: 1 }, '$.a')).toBe(1)
    expect(resolveDirective({ b: 1 }, '$.a')).toBeUndefined()
  })

  test('does not skip a property that is false, zero or empty', () => {
    expect(resolveDirective({ a: false, b: 1 }, '$.a', '$.b')).toBe(false)
    expect(resolveDirective({ a: 0, b: 1 }, '$.a', '$.b')).toBe(0)
    expect(resolveDirective({ a: '', b: 1 }, '$.a', '$.b')).toBe('')
  })

  test('skips a property that is null', () => {
    expect(resolveDirective({ a: null, b: 1 }, '$.a', '$.b')).toBe(1)
  })

  test('finds properties at any depth', () => {
    expect(resolveDirective({ context: { page: { path: '/cart' } } }, '$.properties.path', '$.context.page.path')).toBe(
      '/cart'
    )
  })
})

describe('createTextField', () => {
  test('has the first existing event property as its default', () => {
    expect(createTextField('Email', 'The email.', '$.a', '$.b')).toEqual({
      label: 'Email',
      description: 'The email.',
      type: 'string',
      default: createPathDirective('$.a', '$.b')
    })
  })

  test('has no default without an event property', () => {
    expect(createTextField('External ID', 'The ID.')).not.toHaveProperty('default')
  })
})

test('createObjectField accepts an object with any keys and has an event property as its default', () => {
  expect(createObjectField('Traits', 'The traits.', '$.traits')).toMatchObject({
    type: 'object',
    additionalProperties: true,
    default: { '@path': '$.traits' }
  })
})

function resolveDirective(event: object, path: string, ...others: string[]): unknown {
  // Segment's types accept only JSON here.
  const [mapping, data] = [{ value: createPathDirective(path, ...others) }, event] as unknown as Parameters<
    typeof transform
  >
  return transform(mapping, data).value
}
