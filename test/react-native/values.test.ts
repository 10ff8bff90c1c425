import type { ValueOptions } from '../../src/react-native/options'
import { Device, SETTINGS } from './support/device'
import type { App } from './support/device'
import { VALUE_CASES } from './support/value-cases'
import type { ValueCase } from './support/value-cases'

beforeEach(() => jest.useFakeTimers())
afterEach(() => jest.clearAllTimers())

type Request = Partial<Omit<ValueCase, 'options'>> & { options?: ValueOptions }

/** Identifies the user and requests a survey, for the event if there is one. Returns after it was requested. */
async function requestSurvey({ userId = 'ann', traits, event, options }: Request): Promise<App> {
  const app = new Device().start({ options: { ...options, showSurveyOnTrack: ['Asked'] } })
  void app.client.identify(userId ?? undefined, traits as Record<string, string> | undefined)
  if (event) void app.client.track('Asked', event as Record<string, string>)
  else void app.plugin.showSurvey()
  await jest.advanceTimersByTimeAsync(1_500)
  return app
}

/** The names in the plugin's warnings. */
function getWarnedNames({ warnings }: App): string[] {
  return warnings.flatMap((warning) => /^InMoment: (?:(?:traits|properties)\.)?(\S+) was/.exec(warning)?.[1] ?? [])
}

it.each(VALUE_CASES.map((row) => [row.title, row] as const))('sends the same as on the web for %s', async (_, row) => {
  const app = await requestSurvey(row)
  const { properties = {}, ...values } = row.expected
  const texts = Object.entries(properties).flatMap(([name, [, text]]) => (text === undefined ? [] : [[name, text]]))
  expect(app.sdk.surveys).toEqual([
    {
      ...SETTINGS,
      ...values,
      properties: Object.fromEntries(texts) as Record<string, string>,
      ...(row.event && { eventName: 'Asked' })
    }
  ])
  expect(getWarnedNames(app)).toEqual(row.warned ?? [])
})

it('drops values that cannot be sent, with a warning for each', async () => {
  const traits = { run: () => undefined, ratio: NaN, set: new Set([1]), plan: 'pro' }
  const app = await requestSurvey({ traits })
  expect(app.sdk.surveys[0]?.properties).toEqual({ plan: 'pro' })
  expect(getWarnedNames(app)).toEqual(['run', 'ratio', 'set'])
})

it('drops properties from the end that exceed 4,000 encoded characters in total, with a warning for each', async () => {
  const traits = { plan: 'pro', about: 'ü'.repeat(600), bio: 'x'.repeat(400), role: 'admin' }
  const app = await requestSurvey({ traits })
  expect(Object.keys(app.sdk.surveys[0]?.properties ?? {})).toEqual(['plan', 'about'])
  expect(getWarnedNames(app)).toEqual(['bio', 'role'])
})

it('drops properties of an event before those of the user', async () => {
  const app = await requestSurvey({
    traits: { about: 'x'.repeat(2_000) },
    event: { plan: 'pro', text: 'x'.repeat(2_000) }
  })
  expect(Object.keys(app.sdk.surveys[0]?.properties ?? {})).toEqual(['about', 'plan'])
  expect(getWarnedNames(app)).toEqual(['text'])
})

it('logs at most 255 characters of a name', async () => {
  const app = await requestSurvey({ traits: { ['x'.repeat(100_000)]: 1 } })
  expect(app.warnings).toEqual([`InMoment: properties.${'x'.repeat(244)} was dropped because its name is too long`])
})

it('sends the phone number of the trait that the options name', async () => {
  const traits = { mobile: 5550100 }
  const app = await requestSurvey({ traits, options: { phoneNumber: 'mobile', properties: [] } })
  expect(app.sdk.surveys[0]).toEqual({ ...SETTINGS, phoneNumber: '5550100', properties: {} })
})

it.each([
  ['cannot be encoded', 'half of a pair: \ud83d'],
  ['is too long', 'x'.repeat(4_001)]
])('drops each text that %s, with a warning', async (_, text) => {
  const options = { externalId: 'id', productName: 'product', audience: 'reader', phoneNumber: 'phone', properties: [] }
  const traits = { email: text, id: text, product: text, reader: text, phone: text }
  const app = await requestSurvey({ traits, options })
  expect(app.sdk.surveys).toEqual([{ ...SETTINGS, properties: {} }])
  expect(getWarnedNames(app)).toEqual(['email', 'externalId', 'phoneNumber', 'productName', 'audience'])
})

it.each([
  ['is empty', ''],
  ['is not text', { name: 'Asked' }],
  ['cannot be encoded', 'half of a pair: \ud83d']
])('requests no survey for an event of which the name %s', async (_, name) => {
  const app = new Device().start({ options: { showSurveyOnTrack: true } })
  void app.client.identify('ann')
  void app.client.track(name as string)
  await jest.advanceTimersByTimeAsync(1_500)
  expect(app.sdk.surveys).toEqual([])
})

it.each([
  [
    'a property that throws',
    {
      get email() {
        throw new Error('secret')
      },
      plan: 'free'
    }
  ],
  ['no properties', null]
])('requests a survey for an event with %s', async (_, event) => {
  const app = new Device().start({ options: { showSurveyOnTrack: true } })
  void app.client.track('Asked', event as unknown as Record<string, string>)
  await jest.advanceTimersByTimeAsync(1_500)
  expect(app.sdk.surveys[0]?.properties).toEqual(event ? { plan: 'free' } : {})
})

it('does not use the email of an event for a visitor who has become a user', async () => {
  const app = new Device().start({ options: { showSurveyOnTrack: ['Asked'] } })
  void app.client.identify(undefined, { plan: 'free' })
  await jest.advanceTimersByTimeAsync(100)
  await app.client.userInfo.set({ ...app.client.userInfo.get(), userId: 'ann' })
  void app.client.track('Asked', { email: 'friend@example.com' })
  await jest.advanceTimersByTimeAsync(1_500)
  expect(app.sdk.surveys).toEqual([{ ...SETTINGS, properties: { plan: 'free' }, eventName: 'Asked' }])
})
