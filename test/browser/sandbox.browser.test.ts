import { BEACON_URL } from '../../src/destinations/inmoment/wootric/script'
import { useTester } from '../support/tester-suite'

const suite = useTester()

const TRIAL_STARTED = { type: 'track', event: 'Trial Started' }

async function setBeaconBehavior(label: string): Promise<void> {
  const { tester } = suite
  await tester.reload(() => tester.page.getByLabel('Beacon behavior', { exact: true }).selectOption(label))
}

test('shows a survey only if the request is eligible', async () => {
  const { tester } = suite
  const eligibility = tester.page.getByLabel('Eligibility')
  await eligibility.selectOption('No requests')
  await tester.send(TRIAL_STARTED)
  await tester.waitForCallback('after_eligible(false)')

  await eligibility.selectOption('Registered events only')
  await tester.page.getByLabel('Registered events').fill('Order Completed, Trial Started')
  await tester.send(TRIAL_STARTED)
  await tester.waitForCallback('after_show()')
})

test('makes every request eligible with the testing flag', async () => {
  const { tester } = suite
  await tester.page.getByLabel('Eligibility').selectOption('No requests')
  await tester.page.getByLabel(/Make every request eligible/).check()
  await tester.send(TRIAL_STARTED)
  await tester.waitForCallback('after_show()')
})

test('test mode sets both testing flags', async () => {
  const { tester } = suite
  await tester.openTab('Settings')
  await tester.page.getByLabel('Test Mode').check()
  await tester.reload(() => tester.button('Reload now').click())
  await tester.page.getByRole('checkbox', { name: /Make every request eligible/, checked: true }).waitFor()
  await tester.page.getByRole('checkbox', { name: /Survey the same user again/, checked: true }).waitFor()
})

test('shows survey events and their requests to Segment in the timeline', async () => {
  const { tester } = suite
  await tester.openTab('Settings')
  await tester.page.getByLabel('Send Survey Events to Segment').selectOption('Shown, declined, score and response text')
  await tester.send()
  await tester.waitForCallback('after_show()')
  await tester.answerSurvey('9', 'Fresh')
  await tester.timelineEntry('InMoment Survey Shown survey event').waitFor()
  await tester.timelineEntry('InMoment Survey Response Submitted').first().click()
  const entry = await tester.waitForEntry('track InMoment Survey Response Submitted')
  await entry.getByText('"score": 9').waitFor()
  await entry.getByText('"text": "Fresh"').waitFor()
  expect(await tester.getBeaconCalls()).toEqual([])
})

test('adds type suffixes to properties', async () => {
  const { tester } = suite
  await tester.openMapping('Identify User')
  await tester.page.getByLabel('Add Type Suffixes to Properties: value').selectOption('Yes')
  await tester.send()
  await tester.waitForEntry('identify user-4821')
  expect(await tester.getSetting('seats_amount')).toEqual({ text: 'seats_amount: 12', change: 'added' })
})

test('sends queued events to a slow beacon in order, and shows the commands of each', async () => {
  const { tester } = suite
  await setBeaconBehavior('Slow: loads after 3 seconds')
  await tester.send()
  await tester.waitForEntry('identify user-4821')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('run') ada@example.com"])
  await tester.timelineEntry('page Shop').first().click()
  await tester.waitForEntry('page Shop')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('page') Shop"])
})

test("does not load the beacon again if the page's own snippet loads it", async () => {
  const { tester } = suite
  await setBeaconBehavior("Loaded by the page's own snippet")
  await tester.send(TRIAL_STARTED)
  await tester.waitForEntry('track Trial Started')
  await tester.timelineEntry('Beacon call by the page').waitFor()
  expect(await tester.page.locator(`script[src="${BEACON_URL}"]`).count()).toBe(1)
})

test('shows an error if a beacon command throws', async () => {
  const { tester } = suite
  await setBeaconBehavior('Broken: every command throws an error')
  const entry = await tester.waitForEntry('page Shop')
  await entry.getByText('beacon threw an error on page').waitFor()
})

test('shows a warning after 10 seconds if the beacon does not define window.wootric', async () => {
  const { tester } = suite
  await setBeaconBehavior('Broken: does not define window.wootric')
  await tester.selectedEntry
    .getByText('window.wootric was missing 10 seconds after its script ran')
    .waitFor({ timeout: 20_000 })
})

test('sends queued events and the next event to a very slow beacon', async () => {
  const { tester } = suite
  await setBeaconBehavior('Very slow: loads after 12 seconds')
  await tester.selectedEntry.getByText('the event is queued until the beacon is ready').waitFor()
  await tester.selectedEntry.getByText('· Queued until the beacon is ready').waitFor()
  await tester.selectedEntry.getByText('· Done').waitFor({ timeout: 20_000 })
  expect(await tester.getBeaconCalls()).toEqual(["wootric('page') Shop"])
  await tester.send(TRIAL_STARTED)
  await tester.waitForEntry('track Trial Started')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('run') Trial Started"])
})

test('shows an error if the beacon is blocked, and only the browser writes to the console', async () => {
  const { tester } = suite
  await setBeaconBehavior('Blocked, as by an ad blocker')
  const entry = await tester.waitForEntry('page Shop')
  await entry.getByText('its script could not be loaded or was blocked').waitFor()
  expect(tester.consoleMessages).toEqual(['Failed to load resource: net::ERR_FAILED'])
  expect(tester.externalRequests).toEqual([BEACON_URL])
  tester.consoleMessages.length = 0
  tester.externalRequests.length = 0
})
