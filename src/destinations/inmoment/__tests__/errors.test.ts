import { runInNewContext } from 'node:vm'
import { InMomentError, createResetError, createSettingsError, convertError } from '../errors'

class CheckoutError extends Error {
  override name = 'CheckoutError'
}

/** Creates an error whose message and stack contain values of the page. */
function createPageError(name: string, stack?: unknown): Error {
  const error = new Error('ann@example.com\nat Ann (https://shop.example/?email=ann@example.com:1:2)')
  error.name = name
  if (stack !== undefined) Object.assign(error, { stack })
  return error
}

describe('InMomentError', () => {
  it('has a code, a class and a message that starts with InMoment', () => {
    const error = new InMomentError('beacon_failed', 'the beacon is not available')
    expect(error).toBeInstanceOf(Error)
    expect(error).toMatchObject({
      name: 'InMomentError',
      code: 'beacon_failed',
      message: 'InMoment: the beacon is not available'
    })
  })

  it('keeps its message and stack in JSON', () => {
    const error = createSettingsError()
    expect(JSON.parse(JSON.stringify({ error }))).toEqual({
      error: {
        name: 'InMomentError',
        code: 'settings_locked',
        message: error.message,
        stack: error.stack
      }
    })
  })
})

test('an event that was made before a reset has the code dropped', () => {
  expect(createResetError()).toMatchObject({
    code: 'dropped',
    message: expect.stringMatching(/^InMoment: dropped .* reset/) as string
  })
})

describe('convertError', () => {
  it('returns an InMomentError unchanged', () => {
    const error = createResetError()
    expect(convertError(error)).toBe(error)
  })

  it.each([
    ['TypeError', new TypeError('ann@example.com')],
    ['CheckoutError', new CheckoutError('ann@example.com')]
  ])('keeps the class %s and the locations of the stack, without the message', (name, error) => {
    const unexpected = convertError(error)
    expect(unexpected).toMatchObject({ code: 'unexpected', message: `InMoment: unexpected ${name}` })
    const [first, ...places] = unexpected.stack?.split('\n') ?? []
    expect(first).toContain(`InMoment: unexpected ${name}`)
    expect(places.length).toBeGreaterThan(0)
    expect(places[0]).toContain('errors.test.ts')
    expect(JSON.stringify(unexpected)).not.toContain('ann@example.com')
  })

  it.each([
    ['Ann', 'is a name'],
    ['ann@example.com Error', 'contains spaces'],
    ['Error of Ann', 'only begins like a class'],
    ['', 'is empty']
  ])('does not keep the class %j, which %s', (name) => {
    expect(convertError(createPageError(name)).message).toBe('InMoment: unexpected Error')
  })

  it.each([['text'], [undefined], [null], [5], [{ message: 'ann@example.com' }]])('accepts %p', (thrown) => {
    const unexpected = convertError(thrown)
    expect(unexpected.message).toBe('InMoment: unexpected Error')
    expect(JSON.stringify(unexpected)).not.toContain('ann@example.com')
  })

  it('accepts an error from another frame', () => {
    expect(convertError(runInNewContext('new TypeError("ann@example.com")')).code).toBe('unexpected')
  })

  it.each([
    [
      'Chromium',
      'Error: ann@example.com\n    at run (https://shop.example/app.js:1:2)\n    at https://shop.example/app.js:3:4',
      ['    at run (https://shop.example/app.js:1:2)', '    at https://shop.example/app.js:3:4']
    ],
    [
      'Firefox and Safari',
      'run@https://shop.example/app.js:1:2\n@https://shop.example/app.js:3:4\nann@example.com',
      ['run@https://shop.example/app.js:1:2', '@https://shop.example/app.js:3:4']
    ],
    [
      'pages with personal values in their URL',
      'Error\n    at run (https://shop.example/?email=ann@example.com:1:2)\nrun@https://shop.example/#ann@example.com:3:4',
      ['    at run (https://shop.example/:1:2)', 'run@https://shop.example/:3:4']
    ],
    ['messages of several lines', 'Error: Ann\nof: Initech\n    at run (app.js:1:2)', ['    at run (app.js:1:2)']],
    ['messages that look like a location', 'Error: a\nat Ann\nann@example.com 5:5\n', []]
  ])('keeps only the locations of a stack from %s', (_, stack, locations) => {
    const unexpected = convertError(createPageError('Error', stack))
    expect(unexpected.stack?.split('\n').slice(1)).toEqual(locations)
  })

  it('removes lines of its own message that look like places', () => {
    const { stack } = convertError(new Error('x\n    at ann@example.com:1:1'))
    expect(stack).toContain('errors.test.ts')
    expect(stack).not.toContain('ann@example.com')
  })

  it.each([[5], [null], [[]]])('accepts the stack %p', (stack) => {
    expect(convertError(createPageError('Error', stack)).message).toBe('InMoment: unexpected Error')
  })
})
