import type { Analytics, Context } from '@segment/analytics-next'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { getWarnings, openPage, registerPlugins } from '../../test/support/page'

let beacon: FakeBeacon
let analytics: Analytics

beforeEach(async () => {
  beacon = openPage()
  analytics = await registerPlugins()
})

const MOMENT = 1533310126

/** `createdAt` as sites send it. */
const READ_DATES: [source: string, createdAt: unknown, seconds?: number][] = [
  ['Rails', '2018-08-03 15:28:46 UTC'],
  ['Rails in a zone', '2018-08-03 10:28:46 -0500'],
  ['Postgres', '2018-08-03 15:28:46.123456+00'],
  ['RFC 7231', 'Fri, 03 Aug 2018 15:28:46 GMT'],
  ['RFC 5322', 'Fri, 03 Aug 2018 15:28:46 +0000'],
  ['RFC 5322 without the weekday', '03 Aug 2018 15:28:46 +0000'],
  ['RFC 5322 with one digit of a day', '3 Aug 2018 17:28:46 +0200'],
  ['Date#toString', 'Fri Aug 03 2018 17:28:46 GMT+0200 (Central European Summer Time)'],
  ['Go', '2018-08-03 15:28:46 +0000 UTC'],
  ['Go with a fraction', '2018-08-03 15:28:46.123456789 +0000 UTC'],
  ['Go with a doubled zone', '2018-08-03 17:28:46 +0200 +0200'],
  ['Java', 'Fri Aug 03 15:28:46 UTC 2018'],
  ['the name of a month', 'August 3, 2018 15:28:46 UTC'],
  ['ISO 8601 with microseconds', '2018-08-03T15:28:46.123456Z'],
  ['ISO 8601 without a colon in the zone', '2018-08-03T15:28:46+0000'],
  ['ISO 8601 with blanks', ' 2018-08-03T15:28:46Z '],
  ['ISO 8601 without hyphens', '20180803T152846Z'],
  ['a Date', new Date(MOMENT * 1000)],
  ['seconds', MOMENT],
  ['milliseconds', MOMENT * 1000],
  ['seconds as text', '1533310126'],
  ['milliseconds as text', '1533310126000'],
  ['seconds with a fraction', 1533310126.5, 1533310127]
]

const DROPPED_DATES: [kind: string, createdAt: unknown][] = [
  ['a Firestore timestamp', { seconds: MOMENT, nanoseconds: 0 }],
  ['slashes with the month first', '08/03/2018'],
  ['slashes with the day first', '31/12/2018'],
  ['no leading zeros', '2018-8-3'],
  ['the zero date of MySQL', '0000-00-00 00:00:00'],
  ['an impossible month', '2018-13-01'],
  ['an impossible day', '2014-05-00'],
  ['an impossible month in an early year', '0001-13-28'],
  ['a leap second', '2016-12-31T23:59:60Z'],
  ['hour 24 with milliseconds', '2014-05-07T24:00:00.001Z'],
  ['zero', 0],
  ['a negative number', -5],
  ['microseconds', '1533310126000000'],
  ['microseconds as a number', 1533310126000000],
  ['the zero time of Go', '0001-01-01T00:00:00Z'],
  ['an empty text', ''],
  ['a date in the JSON of .NET', '/Date(1533310126000)/']
]

describe('createdAt', () => {
  it.each(READ_DATES)('is read from %s: %j', async (_, createdAt, seconds = MOMENT) => {
    const context = await analytics.identify('ann', { createdAt } as object)
    expect(beacon.last.settings.created_at).toBe(seconds)
    expect(getWarnings(context)).toEqual([])
  })

  it.each(DROPPED_DATES)('is dropped with one warning without the value for %s: %j', async (_, createdAt) => {
    const context = await analytics.identify('ann', { createdAt, plan: 'pro' } as object)
    expect(beacon.last.settings).not.toHaveProperty('created_at')
    expect(beacon.last.settings.properties).toEqual({ plan: 'pro' })
    expectOneWarning(context, 'createdAt', createdAt)
  })
})

const READ_LANGUAGES = [
  ['en', 'EN'],
  ['en-GB', 'EN'],
  ['EN_us', 'EN'],
  ['fr-CA', 'FR'],
  ['pt', 'PT'],
  ['pt_BR', 'PT'],
  ['pt-PT', 'PT_PT'],
  ['zh-TW', 'ZH_HANT'],
  ['zh-Hant-TW', 'ZH_HANT'],
  ['zh-Hans-CN', 'ZH_HANS'],
  ['zh', 'ZH_HANS'],
  ['nn-NO', 'NO'],
  ['nb-NO', 'NO'],
  ['cs-CZ', 'CZ'],
  ['uk-UA', 'UK'],
  ['es-419', 'ES'],
  ['es-AR', 'ES'],
  ['da-DK', 'DA'],
  ['tr', 'TR'],
  ['CN_S', 'CN_S'],
  ['VN', 'VN'],
  ['NL_NL_X_INFORMAL', 'NL_NL_X_INFORMAL']
] as const

const DROPPED_LANGUAGES = ['ruby', 'python', 'x', '12']

describe('the language', () => {
  it.each(READ_LANGUAGES)('%s is sent as %s, for the user and for an event', async (language, code) => {
    const identified = await analytics.identify('ann', { language })
    expect(beacon.last.settings.language).toBe(code)
    expect(getWarnings(identified)).toEqual([])
    await analytics.identify('bob', { language: 'DE' })
    const tracked = await analytics.track('Order Completed', { language })
    expect(beacon.last.settings.language).toBe(code)
    expect(getWarnings(tracked)).toEqual([])
    await analytics.track('Second')
    expect(beacon.last.settings.language).toBe('DE')
  })

  it.each(DROPPED_LANGUAGES)('%s is dropped with one warning without the value', async (language) => {
    const identified = await analytics.identify('ann', { language })
    expect(beacon.last.settings).not.toHaveProperty('language')
    expectOneWarning(identified, 'language', language)
  })

  it.each([...DROPPED_LANGUAGES, ''])('of the user stays if that of an event is %j', async (language) => {
    await analytics.identify('ann', { language: 'da-DK' })
    await analytics.track('Course Completed', { language })
    expect(beacon.last.settings.language).toBe('DA')
  })
})

function expectOneWarning(context: Context, field: string, value: unknown): void {
  const [warning, ...others] = getWarnings(context)
  expect(others).toEqual([])
  expect(warning).toMatch(new RegExp(`^InMoment: ${field} was dropped because `))
  const text = String(value)
  if (text.length > 3) expect(warning).not.toContain(text)
}
