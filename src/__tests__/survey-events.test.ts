import type { Analytics, Context } from '@segment/analytics-next'
import { inmomentPlugins, type Settings } from '..'
import type { SurveyCallbacks } from '../destinations/inmoment/wootric/types'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { ACCOUNT_TOKEN, freshPage, registerPlugins } from '../../test/support/page'

let beacon: FakeBeacon
let analytics: Analytics
let events: Context['event'][]

async function open(surveyEvents?: string): Promise<void> {
  analytics = await registerPlugins({ surveyEvents: surveyEvents as Settings['surveyEvents'] })
  analytics.on('dispatch_start', (context: Context) => {
    if (context.event.event?.startsWith('InMoment')) events.push(context.event)
  })
}

/** The callbacks as the beacon finds them. */
function callbacks(): SurveyCallbacks {
  return window.wootricSettings?.callbacks ?? {}
}

function told(): [string | undefined, unknown][] {
  return events.map(({ event, properties }) => [event, properties])
}

async function settle(): Promise<void> {
  await analytics.page()
}

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
  events = []
})

it.each([undefined, 'off', 'something else'])('tells Segment nothing with the setting %s', async (surveyEvents) => {
  await open(surveyEvents)
  await analytics.identify('ann')
  expect(window.wootricSettings).not.toHaveProperty('callbacks')
})

it('tells Segment of shown and declined surveys, and of scores without the text', async () => {
  await open('scores')
  await analytics.identify('ann')
  callbacks().after_show?.()
  callbacks().after_decline?.()
  callbacks().after_response?.(9, 'secret')

  expect(told()).toEqual([
    ['InMoment Survey Shown', { channel: 'web' }],
    ['InMoment Survey Declined', { channel: 'web' }],
    ['InMoment Survey Response Submitted', { channel: 'web', score: 9 }]
  ])
})

it('tells Segment of the text with the third choice alone', async () => {
  await open('scoresAndText')
  await analytics.identify('ann')
  callbacks().after_response?.(9, 'Good coffee')
  expect(told()).toEqual([['InMoment Survey Response Submitted', { channel: 'web', score: 9, text: 'Good coffee' }]])
})

it('says so when a response is changed, and not when only an unsent text is', async () => {
  await open('scores')
  await analytics.identify('ann')
  callbacks().after_show?.()
  callbacks().after_response?.(9)
  callbacks().after_response?.(9, 'Good coffee')
  callbacks().after_response?.(7, 'Good coffee')
  callbacks().after_show?.()
  callbacks().after_response?.(7)
  expect(told().map(([, properties]) => properties)).toEqual([
    { channel: 'web' },
    { channel: 'web', score: 9 },
    { channel: 'web', score: 7, updated: true },
    { channel: 'web' },
    { channel: 'web', score: 7 }
  ])
})

it('calls the page’s own callbacks first, those that are put there later too', async () => {
  const order: unknown[] = []
  window.wootricSettings = {
    callbacks: { after_show: () => order.push('own'), after_eligible: (eligible) => order.push(eligible) }
  }
  await open('scores')
  analytics.on('dispatch_start', (context: Context) => order.push(context.event.event))
  await analytics.identify('ann')
  callbacks().after_eligible?.(true)
  callbacks().after_show?.()
  window.wootricSettings.callbacks = { after_response: (...response) => order.push(response) }
  await analytics.track('Order Completed')
  callbacks().after_response?.(9, 'Good coffee')

  expect(order.filter(Boolean)).toEqual([
    true,
    'own',
    'InMoment Survey Shown',
    'Order Completed',
    [9, 'Good coffee'],
    'InMoment Survey Response Submitted'
  ])
})

it('goes on where a callback of the page throws', async () => {
  window.wootricSettings = {
    callbacks: {
      after_show: () => {
        throw new Error('a fault of the page')
      }
    }
  }
  await open('scores')
  await analytics.identify('ann')
  expect(() => callbacks().after_show?.()).not.toThrow()
  expect(told()).toEqual([['InMoment Survey Shown', { channel: 'web' }]])
})

it('asks for no survey on its own events, even where a mapping would', async () => {
  await open('scores')
  await analytics.identify('ann')
  callbacks().after_show?.()
  await settle()
  await analytics.track('InMoment Survey Response Submitted', { score: 9 })
  expect(beacon.commands).toEqual(['run', 'page'])
})

it('keeps the events from this destination by its name, for other copies of it', async () => {
  await open('scores')
  await analytics.identify('ann')
  callbacks().after_show?.()
  expect(events[0]?.integrations).toMatchObject({ 'InMoment (Actions)': false })
})

it('reports each thing once with several instances', async () => {
  await open('scores')
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN, surveyEvents: 'scores' }))
  await analytics.identify('ann')
  await analytics.track('Order Completed')
  callbacks().after_show?.()
  expect(told()).toEqual([['InMoment Survey Shown', { channel: 'web' }]])
})

it('files no answer under the name of somebody else', async () => {
  await open('scores')
  await analytics.identify('ann')
  const { after_response: respond } = callbacks()
  analytics.reset()
  respond?.(9)
  expect(events).toEqual([])
})

it('files no answer to a survey of one person under the next one, who is asked in the meantime', async () => {
  await open('scoresAndText')
  await analytics.identify('ann')
  callbacks().after_show?.()
  await analytics.identify('bob')
  callbacks().after_response?.(2, 'I am Ann')
  expect(told()).toEqual([['InMoment Survey Shown', { channel: 'web' }]])

  callbacks().after_show?.()
  callbacks().after_response?.(9, 'I am Bob')
  expect(told().slice(1)).toEqual([
    ['InMoment Survey Shown', { channel: 'web' }],
    ['InMoment Survey Response Submitted', { channel: 'web', score: 9, text: 'I am Bob' }]
  ])
})

it('reports once where the page has wrapped a callback in one of its own', async () => {
  await open('scores')
  await analytics.identify('ann')
  const { after_show: former } = callbacks()
  callbacks().after_show = () => former?.()
  await analytics.track('Order Completed')
  callbacks().after_show?.()
  expect(told()).toEqual([['InMoment Survey Shown', { channel: 'web' }]])
})

it.each([null, 'text', 7])('asks for surveys where the page has %j for a callback', async (callback) => {
  window.wootricSettings = { callbacks: { after_show: callback as never } }
  await open('scores')
  await analytics.identify('ann')
  callbacks().after_show?.()
  expect(beacon.commands).toEqual(['run'])
  expect(told()).toEqual([['InMoment Survey Shown', { channel: 'web' }]])
})
