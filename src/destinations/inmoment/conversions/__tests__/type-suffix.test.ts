import { convertProperties } from '../properties'
import { addTypeSuffix } from '../type-suffix'

it.each([
  ['an integer under _amount', 'seats', 12, 'seats_amount', 12],
  ['an integer whose name already has the suffix', 'seats_amount', 12, 'seats_amount', 12],
  ['a decimal under its own name', 'total', 12.5, 'total', 12.5],
  ['text under its own name', 'plan', 'pro', 'plan', 'pro'],
  ['a boolean under its own name', 'trial', true, 'trial', true],
  ['null under its own name', 'plan_amount', null, 'plan_amount', null],
  ['a list as text under _array', 'tags', ['a', 1, true], 'tags_array', 'a,1,true'],
  ['a list whose name already has the suffix', 'tags_array', ['a', 'b'], 'tags_array', 'a,b'],
  ['text whose name has the suffix of a list', 'tags_array', 'a,b', 'tags_array', 'a,b'],
  ['a timestamp in milliseconds as seconds', 'trial_date', 1535429387000, 'trial_date', 1535429387]
])('sends %s', (_, key, value, typedKey, typedValue) => {
  expect(addTypeSuffix(key, value)).toEqual([typedKey, typedValue])
})

it.each([
  ['a decimal under _amount', 'total_amount', 12.5],
  ['text under _amount', 'total_amount', '12'],
  ['text that is not a date under _date', 'trial_date', 'soon'],
  ['a number under _array', 'tags_array', 1]
])('does not send %s', (_, key, value) => {
  expect(addTypeSuffix(key, value)).toBeUndefined()
})

it('warns about a value that does not match its suffix, and keeps the rest', () => {
  const warn = jest.fn()
  expect(convertProperties({ total_amount: 12.5, seats: 2 }, 'properties', warn, true)).toEqual({ seats_amount: 2 })
  expect(warn.mock.calls).toEqual([
    ['properties.total_amount', 'was dropped because it does not match the suffix of its name']
  ])
})

it('keeps a suffix of another type for a date', () => {
  const warn = jest.fn()
  expect(
    convertProperties({ b_amount: '2018-08-03', c_array: '2018-08-03', d_array: new Date(0) }, 'properties', warn, true)
  ).toEqual({
    c_array: '2018-08-03',
    d_array: '1970-01-01T00:00:00.000Z'
  })
  expect(warn).toHaveBeenCalledTimes(1)
})

it('looks for a suffix only at the end of a name', () => {
  expect(convertProperties({ a_amount_due: '2018-08-03', an_array: 'text' }, 'properties', jest.fn(), true)).toEqual({
    a_amount_due_date: Date.parse('2018-08-03') / 1000,
    an_array: 'text'
  })
})

it('does not overwrite a property with a suffixed one', () => {
  const warn = jest.fn()
  expect(convertProperties({ seats: 2, seats_amount: 3 }, 'properties', warn, true)).toEqual({ seats_amount: 3 })
  expect(warn.mock.calls).toEqual([['properties.seats', 'was dropped because the name seats_amount is taken']])
})

it('flattens a list of lists', () => {
  expect(convertProperties({ grid: [[1, 2], [3]] }, 'properties', jest.fn(), true)).toEqual({
    grid_0_array: '1,2',
    grid_1_array: '3'
  })
})

it('does not change names and values if it is off', () => {
  const properties = { seats: 2, tags: ['a'], total_amount: 12.5 }
  expect(convertProperties(properties, 'properties', jest.fn())).toEqual(properties)
})
