import type { Analytics, Context } from '@segment/analytics-next'
import { inmomentPlugins, type Settings } from '..'
import type { SurveyCallbacks } from '../destinations/inmoment/wootric/types'
import { ACCOUNT_TOKEN } from '../destinations/inmoment/test-support/constants'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { openPage, registerPlugins } from '../../test/support/page'

let beacon: FakeBeacon
let analytics: Analytics
let events: Context['event'][]

async function open(surveyEvents: Settings['surveyEvents']): Promise<void> {
  analytics = await registerPlugins({ surveyEvents })
  analytics.on('dispatch_start', (context: Context) => {
    if (context.event.event?.startsWith('InMoment')) events.push(context.event)
  })
}

/** The current callbacks, as the beacon reads them. */
function callbacks(): SurveyCallbacks {
  return window.wootricSettings?.callbacks ?? {}
}

function trackedEvents(): [string | undefined, unknown][] {
  return events.map(({ event, properties }) => [event, properties])
}

beforeEach(() => {
  beacon = openPage()
  events = []
})

it('tracks shown and declined surveys and scores, without the text', async () => {
  await open('scores')
  await analytics.identify('ann')
  callbacks().after_show?.()
  callbacks().after_decline?.()
  callbacks().after_response?.(9, 'secret')
  expect(trackedEvents()).toEqual([
    ['InMoment Survey Shown', { channel: 'web' }],
    ['InMoment Survey Declined', { channel: 'web' }],
    ['InMoment Survey Response Submitted', { channel: 'web', score: 9 }]
  ])
})

it('runs the page’s own callbacks first, including those that are set later', async () => {
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

it('requests no survey for survey events, even if a mapping matches them', async () => {
  await open('scores')
  await analytics.identify('ann')
  callbacks().after_show?.()
  await analytics.page()
  await analytics.track('InMoment Survey Response Submitted', { score: 9 })
  expect(beacon.commands).toEqual(['run', 'page'])
})

it('withholds survey events from the destination by its name, for other instances', async () => {
  await open('scores')
  await analytics.identify('ann')
  callbacks().after_show?.()
  expect(events[0]?.integrations).toMatchObject({ 'InMoment (Actions)': false })
})

it('tracks each survey event once with several instances', async () => {
  await open('scores')
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN, surveyEvents: 'scores' }))
  await analytics.identify('ann')
  await analytics.track('Order Completed')
  callbacks().after_show?.()
  expect(trackedEvents()).toEqual([['InMoment Survey Shown', { channel: 'web' }]])
})

it('tracks no response of a user after a reset', async () => {
  await open('scores')
  await analytics.identify('ann')
  const { after_response: respond } = callbacks()
  analytics.reset()
  respond?.(9)
  expect(events).toEqual([])
})

it('never tracks the response of one user for the next, whose survey was requested in the meantime', async () => {
  await open('scoresAndText')
  await analytics.identify('ann')
  callbacks().after_show?.()
  await analytics.identify('bob')
  callbacks().after_response?.(2, 'I am Ann')
  expect(trackedEvents()).toEqual([['InMoment Survey Shown', { channel: 'web' }]])

  callbacks().after_show?.()
  callbacks().after_response?.(9, 'I am Bob')
  expect(trackedEvents().slice(1)).toEqual([
    ['InMoment Survey Shown', { channel: 'web' }],
    ['InMoment Survey Response Submitted', { channel: 'web', score: 9, text: 'I am Bob' }]
  ])
})
