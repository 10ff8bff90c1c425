import { parseDate } from '../parse-date'

/** With `isProperty`, accepts only the dates that a property can have: four digits and a month first. */
function parseText(text: string, isProperty: boolean): number | undefined {
  return isProperty && !/^\d{4}-\d\d-/.test(text) ? undefined : parseDate(text)
}

afterEach(() => jest.restoreAllMocks())

test.each([
  ['2014-05-07', '2014-05-07T00:00:00.000Z'],
  ['2014-05-07T10:11', '2014-05-07T10:11:00.000Z'],
  ['2014-05-07T10:11:12', '2014-05-07T10:11:12.000Z'],
  ['2014-05-07T10:11:12Z', '2014-05-07T10:11:12.000Z'],
  ['2014-05-07T10:11:12.5Z', '2014-05-07T10:11:12.500Z'],
  ['2014-05-07T10:11:12,25Z', '2014-05-07T10:11:12.250Z'],
  ['2014-05-07T10:11:12.123456Z', '2014-05-07T10:11:12.123Z'],
  ['2014-05-07T10:11:12+02', '2014-05-07T08:11:12.000Z'],
  ['2014-05-07 10:11:12Z', '2014-05-07T10:11:12.000Z'],
  ['2014-05-07T24:00:00Z', '2014-05-08T00:00:00.000Z'],
  ['2012-02-29', '2012-02-29T00:00:00.000Z']
])('reads %s, in properties too', (text, iso) => {
  expect(parseText(text, true)).toBe(Date.parse(iso))
  expect(parseText(text, false)).toBe(Date.parse(iso))
})

/** The same time in all combinations of optional parts and formats. */
const days = ['2014-05-07', '20140507', '2014-0507', '201405-07']
const times = [
  '10:11',
  '1011',
  '10:11:12',
  '101112',
  '10:1112',
  '1011:12',
  '10:11:12.5',
  '101112,25',
  '10:11:12.123456'
]
const zones = ['Z', '+02', '-02', '+0230', '-02:30', '+00:00']
const forms = days.flatMap((day) =>
  ['T', ' '].flatMap((separator) =>
    times.flatMap((time) => zones.map((zone) => ({ text: day + separator + time + zone, time, zone })))
  )
)

test('reads a date in every format', () => {
  for (const { text, time, zone } of forms) {
    const digits = time.replace(/:/g, '')
    const [whole = '', fraction = '0'] = digits.split(/[.,]/)
    const clock = Date.UTC(2014, 4, 7, 10, 11, Number(whole.slice(4)), Math.floor(Number(`0.${fraction}`) * 1000))
    const sign = zone.startsWith('-') ? 1 : -1
    const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.replace(':', '').slice(3))
    expect([text, parseText(text, false)]).toEqual([text, clock + (zone === 'Z' ? 0 : sign * minutes * 60_000)])
  }
})

test('does not accept a date in which one character is replaced by a letter', () => {
  for (const text of [...forms.map(({ text }) => text), ...days, '2014', '2014-05', '201405']) {
    for (let place = 0; place < text.length; place += 1) {
      const changed = `${text.slice(0, place)}x${text.slice(place + 1)}`
      if (parseDate(changed) !== undefined) throw new Error(`took ${changed} for a date`)
    }
  }
})

test.each([
  ['2014-05-07T10:11:12.', 'a point without decimals'],
  ['2014-05-07T10:11.5', 'a fraction of a minute'],
  ['2014-05-07T10:11:1', 'one digit of a second'],
  ['2014-05-07T', 'a T without a time'],
  ['2014-05-07Z', 'a zone without a time'],
  ['2014-05-07T10:11:12ZZ', 'two zones'],
  ['2014-05-07T10:11:12Z+02', 'a zone after UTC'],
  ['2014-05-07T10:11:12+2', 'one digit of a zone'],
  ['2014-05-07T10:11:12+02:3', 'one digit of the minutes of a zone'],
  ['2014-05-07  10:11', 'two spaces'],
  ['2014--05-07', 'two hyphens'],
  ['2014-05--07', 'two hyphens before the day'],
  ['2014-05-07T10::11', 'two colons'],
  ['02014-05-07', 'five digits of a year'],
  ['2014-05-071', 'three digits of a day'],
  ['214', 'three digits'],
  ['20145', 'five digits'],
  ['201450', 'six digits that are not a month']
])('returns undefined for %s (%s)', (text) => {
  expect(parseText(text, false)).toBeUndefined()
})

test.each(['2014-0507', '201405-07', '2014-05T10:11', '2014T10:11'])('does not accept %s in properties', (text) => {
  expect(parseText(text, true)).toBeUndefined()
  expect(parseText(text, false)).toBeDefined()
})

test.each([
  ['20140507', '2014-05-07'],
  ['20140507T101112Z', '2014-05-07T10:11:12Z'],
  ['2014-05', '2014-05-01'],
  ['2014', '2014-01-01']
])('reads %s, but not in properties', (text, iso) => {
  expect(parseText(text, false)).toBe(Date.parse(iso))
  expect(parseText(text, true)).toBeUndefined()
})

test.each([
  ['in summer', '2014-07-01 10:00', [2014, 6, 1, 10]],
  ['in winter', '2014-12-01 10:00', [2014, 11, 1, 10]],
  ['at the midnight that ends a day', '2014-12-01 24:00', [2014, 11, 2, 0]],
  ['in the hour that daylight saving time skips in New York', '2014-03-09 02:30', [2014, 2, 9, 2, 30]]
] as const)(
  'reads a time after a space without a zone as local time, with the offset of its own day (%s)',
  (_, text, local) => {
    const [year, month, day, hours, minutes = 0] = local
    expect(parseText(text, true)).toBe(new Date(year, month, day, hours, minutes).getTime())
  }
)

test('does not use the local zone if the string has a zone or a T', () => {
  expect(parseText('2014-05-07 10:00Z', true)).toBe(Date.parse('2014-05-07T10:00:00Z'))
  expect(parseText('2014-05-07 10:00-05:00', true)).toBe(Date.parse('2014-05-07T15:00:00Z'))
  expect(parseText('2014-05-07T10:00', true)).toBe(Date.parse('2014-05-07T10:00:00Z'))
})

test.each([
  '2014-02-30',
  '2014-02-29',
  '1900-02-29',
  '2014-04-31',
  '2014-01-32',
  '2014-13-01',
  '2014-00-10',
  '2014-05-00',
  '2014-13',
  '20140230',
  '2014-02-30T10:00:00Z'
])('does not move %s, which does not exist, to another day', (text) => {
  expect(parseText(text, false)).toBeUndefined()
})

test.each([
  '2014-05-07T25:00:00Z',
  '2014-05-07T24:00:00.001Z',
  '2014-05-07T24:01:00Z',
  '2014-05-07T10:60:00Z',
  '2014-05-07T10:11:60Z',
  '2014-05-07T99:99:99Z',
  '2014-05-07 24:30',
  '2014-05-07T10:11:12+24:00',
  '2014-05-07T10:11:12-24:00',
  '2014-05-07T10:11:12+02:60'
])('does not move %s, which does not exist, to another time', (text) => {
  expect(parseText(text, false)).toBeUndefined()
})

test('reads a zone that is behind UTC by less than an hour', () => {
  expect(parseText('2014-05-07T10:11:12-00:30', true)).toBe(Date.parse('2014-05-07T10:41:12Z'))
})

test('does not move a year before 100 to the twentieth century', () => {
  expect(parseText('0001-01-01T00:00:00Z', true)).toBe(Date.parse('0001-01-01T00:00:00Z'))
  expect(parseText('0000-02-29', true)).toBe(Date.parse('0000-02-29T00:00:00Z'))
  expect(parseText('0099-07-01 10:00', true)).toBe(Date.parse('0099-07-01T10:00'))
})

test.each([
  '',
  ' ',
  'today',
  '05/07/2014',
  '07.05.2014',
  '2014-5-7',
  '2014-05-07T10',
  '2014-05-07 ',
  '2014-05-07\n',
  'on 2014-05-07',
  '-2014-05-07',
  '1400000000'
])('returns undefined for %j', (text) => {
  expect(parseText(text, false)).toBeUndefined()
})

const MOMENT = Date.parse('2018-08-03T15:28:46Z')

test.each([
  '2018-08-03 15:28:46 UTC',
  '2018-08-03 15:28:46 +0000',
  '2018-08-03 17:28:46 +0200',
  '2018-08-03 10:28:46 -0500',
  '2018-08-03 15:28:46.000456+00',
  '2018-08-03 15:28:46 +0000 UTC',
  '2018-08-03 17:28:46.000456789 +0200 CEST',
  '2018-08-03 17:28:46 +0200 +0200',
  'Fri, 03 Aug 2018 15:28:46 GMT',
  'Fri, 3 Aug 2018 15:28:46 +0000',
  '03 Aug 2018 15:28:46 +0000',
  '3 Aug 2018 17:28:46 +0200',
  'Fri Aug 03 2018 17:28:46 GMT+0200 (Central European Summer Time)',
  'Fri Aug 03 15:28:46 UTC 2018',
  'August 3, 2018 15:28:46 UTC',
  '3 August 2018 15:28:46 UTC'
])('reads %s', (text) => {
  expect(parseDate(text)).toBe(MOMENT)
})

test('reads a time with the name of a month and without a zone as local time', () => {
  expect(parseDate('Friday, August 3, 2018 11:28:46')).toBe(new Date(2018, 7, 3, 11, 28, 46).getTime())
})

test.each(['Aug 3, 2018', '3 aug 2018', 'Fri Aug 03 2018'])('reads %s as a local day', (text) => {
  expect(parseDate(text)).toBe(new Date(2018, 7, 3).getTime())
})

test.each([
  'Aug 32, 2018',
  '30 Feb 2018',
  'Augx 3, 2018',
  'Aug 2018',
  'Fri, 03 Aug 2018 25:00:00 GMT',
  '08/03/2018',
  '31/12/2018'
])('returns undefined for %s', (text) => {
  expect(parseDate(text)).toBeUndefined()
})

test('does not depend on which dates the engine accepts', () => {
  const lenient = jest.spyOn(Date, 'parse').mockReturnValue(0)
  for (const text of ['2018-13-01', '2014-05-00', '0001-13-28', '2016-12-31T23:59:60Z', '2018-01-01T25:00:00Z']) {
    expect(parseDate(text)).toBeUndefined()
  }
  expect(parseDate('2018-08-03T15:28:46Z')).toBe(MOMENT)
  expect(lenient).not.toHaveBeenCalled()
})
