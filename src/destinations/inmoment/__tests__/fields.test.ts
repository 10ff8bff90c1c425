import { defaultValues } from '@segment/actions-core'
import { defaultMapping } from '../default-mapping'
import identifyGroup from '../identifyGroup'
import identifyUser from '../identifyUser'
import trackEvent from '../trackEvent'
import trackPage from '../trackPage'

const field = { label: 'Field', description: 'A field.', type: 'string' } as const

test('maps each field to its default', () => {
  const path = { '@path': '$.email' }
  expect(defaultMapping({ email: { ...field, default: path }, plan: { ...field, default: 'Pro' } })).toEqual({
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
  expect(defaultMapping(fields)).toEqual({ text: '', number: 0, boolean: false })
})

test('does not name fields that have no default', () => {
  expect(defaultMapping({ externalId: field, email: { ...field, default: undefined } })).toStrictEqual({})
})

test.each(Object.entries({ identifyUser, trackEvent, trackPage, identifyGroup }))(
  'gives the mapping of %s that Segment gives',
  (_, { fields }) => {
    expect(defaultMapping(fields)).toEqual(defaultValues(fields))
    expect(Object.keys(defaultMapping(fields)).length).toBeGreaterThan(0)
  }
)
