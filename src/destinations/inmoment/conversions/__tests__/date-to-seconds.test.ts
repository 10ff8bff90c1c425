import { runInNewContext } from 'node:vm'
import { convertCreatedAt, convertDateToSeconds } from '../date-to-seconds'

const MIN_MILLISECONDS = 31_557_600_000

test.each([
  ['a Date', new Date('2014-05-07T10:11:12Z')],
  ['an ISO string', '2014-05-07T10:11:12Z'],
  ['an ISO string in another time zone', '2014-05-07T12:11:12+02:00'],
  ['an ISO string without hyphens', '20140507T101112Z'],
  ['an ISO string with whitespace around it', ' 2014-05-07T10:11:12Z\n'],
  ['seconds', 1399457472],
  ['seconds with decimals', 1399457472.4],
  ['milliseconds', 1399457472000],
  ['seconds as a string', '1399457472'],
  ['seconds with decimals as a string', '1399457471.5'],
  ['milliseconds as a string', '1399457472000'],
  ['milliseconds with decimals as a string', '1399457472000.25'],
  ['digits with whitespace around them', ' 1399457472 ']
])('reads %s', (_, value) => {
  expect(convertCreatedAt(value)).toBe(1399457472)
})

test('reads YYYYMMDD as a day, not as seconds', () => {
  expect(convertCreatedAt('20140507')).toBe(Date.parse('2014-05-07') / 1000)
})

test('reads a Date from another frame', () => {
  expect(convertCreatedAt(runInNewContext('new Date(1399457472000)'))).toBe(1399457472)
})

test('rounds to the nearest second', () => {
  expect(convertCreatedAt('2014-05-07T10:11:12.499Z')).toBe(1399457472)
  expect(convertCreatedAt('2014-05-07T10:11:12.500Z')).toBe(1399457473)
  expect(convertCreatedAt(new Date(1399457472499))).toBe(1399457472)
  expect(convertCreatedAt(new Date(1399457472500))).toBe(1399457473)
  expect(convertCreatedAt(1399457472500)).toBe(1399457473)
  expect(convertCreatedAt('1399457472.5')).toBe(1399457473)
})

test.each([
  [1.4, 1],
  [1.5, 2],
  [-1.5, -1],
  [-1.6, -2],
  [-0.4, 0]
])('rounds %d seconds to %d', (seconds, rounded) => {
  expect(convertDateToSeconds(seconds)).toBe(rounded)
})

test('reads seconds below 31557600000 and milliseconds from there on', () => {
  expect(convertDateToSeconds(MIN_MILLISECONDS - 1)).toBe(31_557_599_999)
  expect(convertCreatedAt(MIN_MILLISECONDS)).toBe(31_557_600)
  expect(convertDateToSeconds(String(MIN_MILLISECONDS - 1))).toBe(31_557_599_999)
  expect(convertCreatedAt(String(MIN_MILLISECONDS))).toBe(31_557_600)
})

test('reads the first and the last second of a Date', () => {
  expect(convertDateToSeconds(new Date(8.64e15))).toBe(8.64e12)
  expect(convertDateToSeconds(new Date(-8.64e15))).toBe(-8.64e12)
  expect(convertDateToSeconds(-8.64e12)).toBe(-8.64e12)
})

test('reads 1970 and earlier dates, but not as created_at, which is positive with at most 10 digits', () => {
  expect(convertDateToSeconds(0)).toBe(0)
  expect(convertDateToSeconds('0')).toBe(0)
  expect(convertDateToSeconds(-86400)).toBe(-86400)
  expect(convertDateToSeconds('-86400')).toBe(-86400)
  expect(convertDateToSeconds(new Date(-400))).toBe(0)
  for (const value of [0, '0', -86400, new Date(-400), '0001-01-01T00:00:00Z', 31_557_599_999, '1533310126000000']) {
    expect([value, convertCreatedAt(value)]).toEqual([value, undefined])
  }
  expect(convertCreatedAt(1)).toBe(1)
  expect(convertCreatedAt(9_999_999_999)).toBe(9_999_999_999)
})

test.each([
  ['an invalid date', new Date(NaN)],
  ['an empty string', ''],
  ['whitespace', '  '],
  ['a word', 'yesterday'],
  ['a date with slashes', '05/07/2014'],
  ['a day that does not exist', '2014-02-30'],
  ['a day that does not exist, in a string without hyphens', '20140230'],
  ['a month that does not exist', '2014-13-01'],
  ['digits and letters', '1399457472s'],
  ['digits in hexadecimal', '0x536a0900'],
  ['an exponent', '1e9'],
  ['a string with a decimal point but no decimals', '1399457472.'],
  ['the word Infinity', 'Infinity'],
  ['more digits than a number holds', '9'.repeat(400)],
  ['a number beyond all dates', Number.MAX_VALUE],
  ['NaN', NaN],
  ['infinity', Infinity],
  ['negative infinity', -Infinity],
  ['a bigint', BigInt(1399457472)],
  ['a boxed number', Object(1399457472)],
  ['a boolean', true],
  ['null', null],
  ['undefined', undefined],
  ['an array with a date', [new Date(0)]],
  ['an object with a date', { date: new Date(0) }],
  ['a function', () => 1399457472],
  ['a symbol', Symbol('2014-05-07')]
])('returns undefined for %s', (_, value) => {
  expect(convertCreatedAt(value)).toBeUndefined()
})

test.each([
  ['whose tag cannot be read', new Proxy({}, { get: throwError })],
  ['that was revoked', createRevokedProxy()],
  ['that claims to be a date', { [Symbol.toStringTag]: 'Date', valueOf: throwError }]
])('does not throw on an object %s', (_, value) => {
  expect(convertCreatedAt(value)).toBeUndefined()
})

function throwError(): never {
  throw new Error('throwErrord')
}

function createRevokedProxy(): object {
  const { proxy, revoke } = Proxy.revocable({}, {})
  revoke()
  return proxy
}
