import { destination, inmomentPlugins, type Subscription } from '..'
import { ACCOUNT_TOKEN } from '../destinations/inmoment/test-support/constants'
import { ServedBeacon } from '../../test/support/served-beacon'
import { loadAnalytics } from '../../test/support/page'
import { resetPage } from '../destinations/inmoment/test-support/reset-page'

const lines: string[] = []

beforeEach(() => {
  resetPage()
  lines.length = 0
  for (const method of ['info', 'log', 'warn', 'error', 'debug'] as const) {
    jest.spyOn(console, method).mockImplementation((...args: unknown[]) => void lines.push(args.join(' ')))
  }
})

afterEach(() => jest.restoreAllMocks())

async function load(debug?: boolean, accountToken = ACCOUNT_TOKEN) {
  new ServedBeacon().install()
  const analytics = await loadAnalytics()
  await analytics.register(...inmomentPlugins({ accountToken }, { debug }))
  return analytics
}

it('writes nothing to the console by default', async () => {
  const analytics = await load()
  await analytics.identify('ann', { email: 'ann@example.com', createdAt: 'nonsense' })
  expect(lines).toEqual([])
})

it('with debug, writes what each mapping did, without values of events', async () => {
  const analytics = await load(true)
  await analytics.identify('ann-id', { email: 'ann@example.com', createdAt: 'nonsense' })
  await analytics.page('Secret Page')
  await analytics.track('Secret Event')
  expect(lines).toEqual([
    'InMoment: Identify User matched the event (identify): survey requested',
    'InMoment: Identify User matched the event (identify): createdAt was dropped because it is not a date',
    'InMoment: Track Page matched the event (page): values set',
    'InMoment: Track Event matched the event (track): survey requested'
  ])
  expect(lines.join()).not.toMatch(/ann|Secret|nonsense/)
})

it('with debug, writes why an event was dropped or failed', async () => {
  const analytics = await load(true)
  const call = analytics.track('Secret Event')
  analytics.reset()
  await call
  expect(lines.join()).toContain('dropped the event because it was made before reset()')
  lines.length = 0
  resetPage()
  await (await load(true, ' ')).track('Secret Event')
  expect(lines.join()).toContain('failed. InMoment: the Account Token setting is empty')
})

it('types each action and no other', () => {
  const actions: Record<Subscription['partnerAction'], true> = {
    identifyUser: true,
    trackEvent: true,
    requestSurvey: true,
    trackPage: true,
    identifyGroup: true
  }
  expect(Object.keys(actions).sort()).toEqual(Object.keys(destination.actions).sort())
  // @ts-expect-error An unknown choice.
  inmomentPlugins({ accountToken: ACCOUNT_TOKEN, surveyEvents: 'all' })
})
