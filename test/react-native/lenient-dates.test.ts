import { Device } from './support/device'

const RealDate = Date

/** Rolls impossible fields over, as Hermes does: `2018-13-01` is in January 2019. */
function parseLeniently(text: string): number {
  const [year = NaN, month = 1, day = 1, ...time] = text.split(/\D+/).filter(Boolean).map(Number)
  const [hour = 0, minute = 0, second = 0, millisecond = 0] = time
  return RealDate.UTC(year, month - 1, day, hour, minute, second, millisecond)
}

class LenientDate extends RealDate {
  constructor(...values: unknown[]) {
    const [first] = values
    super(...((typeof first === 'string' ? [parseLeniently(first)] : values) as [number]))
  }
  static override parse = parseLeniently
}

beforeEach(() => (globalThis.Date = LenientDate as DateConstructor))
afterEach(() => (globalThis.Date = RealDate))

it('has a stand-in that reads impossible dates', () => {
  expect(Date.parse('2018-13-01')).toBe(RealDate.UTC(2019, 0, 1))
  expect(new Date('2018-08-03T25:00:00Z').getTime()).toBe(RealDate.UTC(2018, 7, 4, 1))
})

const IMPOSSIBLE = [
  '2018-13-01',
  '2018-00-10',
  '2018-02-30',
  '2018-08-00',
  '2018-08-03T25:00:00Z',
  '2018-08-03T24:01:00Z',
  '2018-08-03T15:60:00Z',
  '2018-08-03T15:28:60Z',
  '2018-08-03T15:28:46+24:00',
  '2018-08-03T15:28:46+02:60'
]

it('sends no impossible date on an engine that reads them, and sends the others', async () => {
  const { client, plugin, sdk, warnings } = new Device().start()
  const texts = Object.fromEntries(IMPOSSIBLE.map((text, index) => [`day${index}`, text]))
  await client.identify('ann', { createdAt: '2018-13-01', ...texts, since: '2018-08-03T15:28:46Z' })
  await plugin.showSurvey()
  expect(sdk.surveys.map(({ createdAt }) => createdAt)).toEqual([undefined])
  expect(sdk.surveys[0]?.properties).toEqual({ ...texts, since_date: '1533310126' })
  expect(warnings).toEqual(['InMoment: createdAt was dropped because it is not a date'])

  await client.identify('ann', { createdAt: '2018-08-03T15:28:46Z' })
  await plugin.showSurvey()
  expect(sdk.surveys[1]).toMatchObject({ createdAt: 1533310126 })
})
