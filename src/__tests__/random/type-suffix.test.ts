import fc from 'fast-check'
import { convertProperties } from '../../destinations/inmoment/conversions/properties'

it('returns values that match the suffixes of their names, for any traits', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.anything()), (traits) => {
      const properties = convertProperties(traits, 'properties', jest.fn(), true) ?? {}
      for (const [key, value] of Object.entries(properties)) {
        if (value === null) continue
        if (key.endsWith('_amount') || key.endsWith('_date')) expect(Number.isInteger(value)).toBe(true)
        else if (key.endsWith('_array')) expect(typeof value).toBe('string')
        else expect(Array.isArray(value) || Number.isInteger(value)).toBe(false)
      }
    })
  )
})
