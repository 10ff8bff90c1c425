import type { AnalyticsSnippet } from '@segment/analytics-next'
import fc from 'fast-check'
import { convertProperties } from '../../../src/destinations/inmoment/conversions/properties'
import { getRuns } from '../../support/random-runs'
import type { AddCheck } from '../support/check'

declare const analytics: AnalyticsSnippet

/** Texts that `Date.parse` reads differently in the engines, or that only some of them accept. */
const TEXTS = [
  '2014-00-10',
  '2014-05-00',
  '2014-02-30',
  '0001-05-00',
  '0001-13-28',
  '2014-05-07 10:00',
  '2014-05-07 10:00+0200',
  '2014-05-07T10:11:60Z',
  '2014-05-07T24:00:00Z',
  '2014-05-07T24:00:00.001Z',
  '2014-03-09 02:30',
  '2014-05-07T10:11:12,25Z',
  '2014-05-07 10:11:12 UTC',
  '2014-05-07T10:11:12+24:00'
]

/** A number with two digits, sometimes out of its range. */
const twoDigits = (max: number) => fc.integer({ min: 0, max: max + 2 }).map((number) => String(number).padStart(2, '0'))

const year = fc.oneof(fc.constantFrom('0001', '0099', '1900', '2000'), fc.integer({ min: 1000, max: 9999 }).map(String))
const second = fc.tuple(fc.constant(':'), twoDigits(59), fc.constantFrom('', '.5', '.123456', ',25'))
const time = fc.tuple(
  fc.constantFrom('T', ' '),
  twoDigits(23),
  fc.constant(':'),
  twoDigits(59),
  fc.oneof(fc.constant(['']), second).map((parts) => parts.join('')),
  fc.constantFrom('', 'Z', ' UTC', '+02:00', '-0530', '-00:30', '+24:00')
)
const randomText = fc
  .tuple(year, twoDigits(12), twoDigits(31), fc.oneof(fc.constant(['']), time))
  .map(([year, month, day, time]) => `${year}-${month}-${day}${time.join('')}`)

export function addDateChecks(check: AddCheck): void {
  check('reads the same dates in properties as every other engine', async (open) => {
    const texts = [...TEXTS, ...fc.sample(randomText, getRuns(3_000))]
    const properties = Object.fromEntries(texts.map((text, index) => [`value${index}`, text]))
    const page = await open().openPage()
    await page.call(async (properties) => {
      await analytics.track('Order Completed', properties)
    }, properties)
    const [call] = await page.getBeaconCalls()
    expect(call?.settings.properties).toEqual(convertProperties(properties, 'properties', () => undefined))
  })

  check('reads the strings that this engine makes of dates', async (open) => {
    const seconds = [31_557_600, 951_782_400, 1_394_332_200, 1_533_310_126, 4_102_444_799, 9_999_999_999]
    const page = await open().openPage()
    await page.call(async (seconds) => {
      for (const number of seconds) {
        const date = new Date(number * 1_000)
        for (const createdAt of [date, date.toISOString(), date.toString(), date.toUTCString(), date.getTime()]) {
          await analytics.identify({ createdAt })
        }
      }
    }, seconds)
    const received = (await page.getBeaconCalls()).map(({ settings }) => settings.created_at)
    expect(received).toEqual(seconds.flatMap((number) => Array<number>(5).fill(number)))
  })
}
