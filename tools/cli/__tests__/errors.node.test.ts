import { formatError } from '../terminal/errors'

it('formats an error on one line without control characters', () => {
  expect(formatError(new Error('cannot read \x1B]52;c;eA==\x07\u202E:\n  it is a folder'))).toBe(
    'cannot read \\u001b]52;c;eA==\\u0007\\u202e: it is a folder'
  )
})
