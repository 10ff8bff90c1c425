import { transform } from '@segment/actions-core/mapping-kit'
import { errorMessage } from '../error-message'

function errorOf(mapping: Record<string, never>): unknown {
  try {
    return transform(mapping, { event: 'Order Completed' })
  } catch (error) {
    return error
  }
}

test('names each fault of a mapping on one line, without a stack trace', () => {
  const mapping = { one: { '@pathx': '$.event' }, two: { '@pathy': '$.event' } } as unknown as Record<string, never>
  expect(errorMessage(errorOf(mapping))).toBe(
    '/one has an invalid directive: @pathx.; /two has an invalid directive: @pathy.'
  )
})

test('takes the first line of any other error, and anything else as text', () => {
  expect(errorMessage(new Error('broken\n    at somewhere'))).toBe('broken')
  expect(errorMessage('broken')).toBe('broken')
})
