import { isEmailAddress } from '../email'

test.each([
  'ada@example.com',
  'ada+news@mail.example.co.uk',
  'Ada.Lovelace@EXAMPLE.com',
  'ada@bücher.example',
  '"a"@b.c'
])('accepts %s', (text) => {
  expect(isEmailAddress(text)).toBe(true)
})

test.each([
  '',
  'ada',
  '@',
  'ada@',
  '@example.com',
  'ada@localhost',
  'ada@example.',
  'ada@.com',
  'ada@example..com',
  'ada@home@example.com',
  'ada lovelace@example.com',
  'ada@example.com ',
  ' ada@example.com',
  'ada@example.com\n',
  'ada@exam\tple.com'
])('does not accept %j', (text) => {
  expect(isEmailAddress(text)).toBe(false)
})

test.each([
  ['without an at sign', (size: number) => 'a'.repeat(size)],
  ['of many dots with a space at the end', (size: number) => `a@${'a.'.repeat(size / 2)}a `],
  ['of many dots before the at sign', (size: number) => `${'a.'.repeat(size / 2)}@`],
  ['of one long domain', (size: number) => `a@${'a'.repeat(size)}`]
])('takes linear time for a long string %s', (_, hostile) => {
  const small = measureFastest(hostile(4_000))
  const large = measureFastest(hostile(40_000))
  // A string ten times as long takes about 10 times as long in linear time, and 100 times in quadratic time.
  expect(large / small).toBeLessThan(40)
})

/** Returns the shortest time of several runs in nanoseconds, but at least what the clock can measure. */
function measureFastest(text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = process.hrtime.bigint()
    isEmailAddress(text)
    return Number(process.hrtime.bigint() - start)
  })
  return Math.max(Math.min(...times), 20_000)
}
