import { useTester } from '../support/tester-suite'

const suite = useTester()

const TRIAL_STARTED = { type: 'track', event: 'Trial Started' }

async function withBeacon(label: string): Promise<void> {
  const { tester } = suite
  await tester.reload(() => tester.page.getByLabel('The beacon', { exact: true }).selectOption(label))
}

test('InMoment says no to everybody, or only to events that are not registered', async () => {
  const { tester } = suite
  const says = tester.page.getByLabel('InMoment says')
  await says.selectOption('No to everybody')
  await tester.send(TRIAL_STARTED)
  await tester.callbackTold('after_eligible(false)')

  await says.selectOption('No to events not registered')
  await tester.page.getByLabel('Registered events').fill('Order Completed, Trial Started')
  await tester.send(TRIAL_STARTED)
  await tester.callbackTold('after_show()')
})

test("the page's own flags overrule a no", async () => {
  const { tester } = suite
  await tester.page.getByLabel('InMoment says').selectOption('No to everybody')
  await tester.page.getByLabel(/Say yes to every request/).check()
  await tester.send(TRIAL_STARTED)
  await tester.callbackTold('after_show()')
})

test('test mode sets both flags', async () => {
  const { tester } = suite
  await tester.tab('Settings')
  await tester.page.getByLabel('Test Mode').check()
  await tester.reload(() => tester.button('Load now').click())
  await tester.page.getByRole('checkbox', { name: /Say yes to every request/, checked: true }).waitFor()
  await tester.page.getByRole('checkbox', { name: /Ask the same visitor again/, checked: true }).waitFor()
})

test('survey events and their requests to Segment are in the timeline', async () => {
  const { tester } = suite
  await tester.tab('Settings')
  await tester.page.getByLabel('Send Survey Events to Segment').selectOption('Shown, declined, score and response text')
  await tester.send()
  await tester.callbackTold('after_show()')
  await tester.answerSurvey('9', 'Fresh')
  const timeline = tester.region('What was sent')
  await timeline.getByRole('button', { name: 'InMoment Survey Shown from the survey' }).waitFor()
  await timeline.getByRole('button', { name: 'InMoment Survey Response Submitted' }).first().click()
  const sent = await tester.sent('track InMoment Survey Response Submitted')
  await sent.getByText('"score": 9').waitFor()
  await sent.getByText('"text": "Fresh"').waitFor()
  expect(await tester.beaconCalls()).toEqual([])
})

test('type suffixes change the properties that the beacon receives', async () => {
  const { tester } = suite
  await tester.openMapping('Identify User')
  await tester.page.getByLabel('Add Type Suffixes to Properties: value').selectOption('Yes')
  await tester.send()
  await tester.sent('identify user-4821')
  expect(await tester.setting('seats_amount')).toEqual({ text: 'seats_amount: 12', change: 'added' })
})

test('a slow beacon receives queued events in order, each shown with its own commands', async () => {
  const { tester } = suite
  await withBeacon('Is slow: it takes 3 seconds')
  await tester.send()
  await tester.sent('identify user-4821')
  expect(await tester.beaconCalls()).toEqual(["wootric('run') ada@example.com"])
  await tester.region('What was sent').getByRole('button', { name: 'page Shop' }).first().click()
  await tester.sent('page Shop')
  expect(await tester.beaconCalls()).toEqual(["wootric('page') Shop"])
})

test("the page's own snippet loads the beacon, and the destination loads no second one", async () => {
  const { tester } = suite
  await withBeacon("Is loaded by the page's own snippet")
  await tester.send(TRIAL_STARTED)
  await tester.sent('track Trial Started')
  await tester.region('What was sent').getByRole('button', { name: "The page's own call" }).waitFor()
  expect(await tester.page.locator('script[src="https://cdn.wootric.com/wootric-sdk.js"]').count()).toBe(1)
})

test('a beacon whose commands throw shows as an error of the event', async () => {
  const { tester } = suite
  await withBeacon('Is broken: each command throws')
  const sent = await tester.sent('page Shop')
  await sent.getByText('beacon threw an error on page').waitFor()
})

test('a beacon that defines nothing shows as a warning of the queued event after 10 seconds', async () => {
  const { tester } = suite
  await withBeacon('Is broken: it defines nothing')
  await tester
    .region('What came of it')
    .getByText('window.wootric was missing 10 seconds after its script ran')
    .waitFor({ timeout: 20_000 })
})

test('a very slow beacon receives the events that were queued, and the next one', async () => {
  const { tester } = suite
  await withBeacon('Is very slow: it takes 12 seconds')
  const result = tester.region('What came of it')
  await result.getByText('the event is queued until the beacon is ready').waitFor()
  await result.getByText('· Queued until the beacon is ready').waitFor()
  await result.getByText('· Delivered').waitFor({ timeout: 20_000 })
  expect(await tester.beaconCalls()).toEqual(["wootric('page') Shop"])
  await tester.send(TRIAL_STARTED)
  await tester.sent('track Trial Started')
  expect(await tester.beaconCalls()).toEqual(["wootric('run') Trial Started"])
})

test('a blocked beacon shows as an error of the event, and only the browser itself writes to the console', async () => {
  const { tester } = suite
  await withBeacon('Is blocked, as by an ad blocker')
  const sent = await tester.sent('page Shop')
  await sent.getByText('its script could not be loaded or was blocked').waitFor()
  expect(tester.written).toEqual(['Failed to load resource: net::ERR_FAILED'])
  expect(tester.leftTheBrowser).toEqual(['https://cdn.wootric.com/wootric-sdk.js'])
  tester.written.length = 0
  tester.leftTheBrowser.length = 0
})
