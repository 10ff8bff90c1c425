import { convertCreatedAt } from '../date-to-seconds'
import { parseDate } from '../parse-date'
import { convertProperties } from '../properties'

test('dates with the name of a month are read in any case, in full or abbreviated', () => {
  const names = 'January February March April May June July August September October November December Sept'.split(' ')
  for (const [index, name] of names.entries()) {
    const month = index === 12 ? 8 : index
    for (const written of [name, name.toUpperCase(), name.toLowerCase(), name.slice(0, 3)]) {
      for (const text of [`3 ${written} 2018 15:28:46 UTC`, `${written} 3, 2018 15:28:46 GMT`]) {
        expect([text, parseDate(text)]).toEqual([text, Date.UTC(2018, month, 3, 15, 28, 46)])
      }
    }
  }
})

test.each(['08/03/2018', '3/8/2018', '2018/08/03', '08/03/18', '8/3/2018, 3:28:46 PM', '03/Aug/2018', '2018/08'])(
  'a date with slashes is not read: %s',
  (text) => {
    expect(parseDate(text)).toBeUndefined()
    expect(convertCreatedAt(text)).toBeUndefined()
  }
)

describe('the result of Date#toString', () => {
  const withZone = (zone: string) => `Fri Aug 03 2018 17:28:46 GMT+0200 (${zone})`

  test.each([
    'Central European Summer Time',
    'Mitteleuropäische Sommerzeit',
    'heure d’été d’Europe centrale',
    '中欧夏令时间'
  ])('is read with the name of a time zone in any language: %s', (zone) => {
    expect(parseDate(withZone(zone))).toBe(1533310126_000)
  })

  // Names of zones from the Unicode CLDR, which Chromium and Node.js write in the language of the browser.
  it.each([
    'Alaska (czas letni)',
    'Ora legale del Pacifico (Messico)',
    'heure des Terres australes et antarctiques françaises'
  ])('is read with the long or bracketed name of a time zone: %s', (zone) => {
    expect(parseDate(withZone(zone))).toBe(1533310126_000)
  })
})

test('a property becomes a date only if its string starts with four digits', () => {
  const texts = {
    http: 'Fri, 03 Aug 2018 15:28:46 GMT',
    mail: '3 Aug 2018 17:28:46 +0200',
    java: 'Fri Aug 03 15:28:46 UTC 2018',
    words: 'August 3, 2018',
    blank: ' 2018-08-03'
  }
  const numeric = {
    rails: '2018-08-03 15:28:46 UTC',
    go: '2018-08-03 15:28:46.5 +0000 UTC',
    zone: '2018-08-03 17:28:46 +0200'
  }
  expect(convertProperties({ ...texts, ...numeric }, 'properties', () => undefined)).toEqual({
    ...texts,
    rails_date: 1533310126,
    go_date: 1533310127,
    zone_date: 1533310126
  })
})
