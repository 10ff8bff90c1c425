import { transform } from '@segment/actions-core/mapping-kit'
import { getErrorMessage } from '../error-message'

function getError(mapping: Record<string, never>): unknown {
  try {
    return transform(mapping, { event: 'Order Completed' })
  } catch (error) {
    return error
  }
}

test('returns all errors of a mapping on one line, without stack traces', () => {
  const mapping = { one: { '@pathx': '$.event' }, two: { '@pathy': '$.event' } } as unknown as Record<string, never>
  expect(getErrorMessage(getError(mapping))).toBe(
    '/one has an invalid directive: @pathx.; /two has an invalid directive: @pathy.'
  )
})

test('returns the first line of another error, and other values as text', () => {
  expect(getErrorMessage(new Error('broken\n    at somewhere'))).toBe('broken')
  expect(getErrorMessage('broken')).toBe('broken')
})
