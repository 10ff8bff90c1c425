import { convertCreatedAt } from '../date-to-seconds'
import { parseDate } from '../parse-date'
import { convertProperties } from '../properties'

describe('on an engine that accepts impossible dates', () => {
  const RealDate = Date
  const read: string[] = []

  /** Rolls over impossible dates, as engines do with some strings, and records them. */
  class LenientDate extends RealDate {
    constructor(...values: unknown[]) {
      if (typeof values[0] === 'string') read.push(values[0])
      super(...(values as [number]))
    }
    static override parse(text: string): number {
      read.push(text)
      const [year = 2028, month = 1, day = 1] = text.split(/\D+/).map(Number)
      return RealDate.UTC(year, month - 1, day)
    }
  }

  beforeEach(() => {
    read.length = 0
    globalThis.Date = LenientDate as DateConstructor
  })
  afterEach(() => {
    globalThis.Date = RealDate
  })

  test.each([
    ['Firefox', '2014-05-00'],
    ['Chromium', '0001-13-28'],
    ['WebKit', '2016-12-31T23:59:60Z'],
    ['Hermes', '2018-13-01'],
    ['any engine', '2014-02-30'],
    ['any engine', '2014-05-07T24:00:00.001Z'],
    ['any engine', 'Fri, 31 Apr 2018 15:28:46 GMT'],
    ['any engine', '08/03/2018'],
    ['any engine', '2018-8-3']
  ])('an impossible date that %s accepts is not read: %s', (_, text) => {
    expect(parseDate(text)).toBeUndefined()
    expect(convertCreatedAt(text)).toBeUndefined()
    expect(convertProperties({ since: text }, 'properties', () => undefined)).toEqual({ since: text })
    expect(read).toEqual([])
  })

  test('possible dates are read without the engine’s parser', () => {
    for (const text of [
      '2018-08-03T15:28:46Z',
      '2018-08-03 17:28:46 +0200',
      'Fri, 03 Aug 2018 15:28:46 GMT',
      'Fri Aug 03 2018 17:28:46 GMT+0200 (Central European Summer Time)'
    ]) {
      expect(convertCreatedAt(text)).toBe(1533310126)
    }
    expect(read).toEqual([])
  })
})
