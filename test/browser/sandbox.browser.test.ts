import { readFile } from 'node:fs/promises'
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
  await tester.timelineEntry('InMoment Survey Shown Survey event').waitFor()
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
  await tester.waitForEntry('page Shop')
  await tester.outcome.filter({ hasText: 'Failed: the beacon threw an error on page' }).waitFor()
})

test('shows a warning after 10 seconds if the beacon does not define window.wootric', async () => {
  const { tester } = suite
  await setBeaconBehavior('Broken: does not define window.wootric')
  await tester.outcome
    .filter({ hasText: 'window.wootric was missing 10 seconds after its script ran' })
    .waitFor({ timeout: 20_000 })
})

test('sends queued events and the next event to a very slow beacon', async () => {
  const { tester } = suite
  await setBeaconBehavior('Very slow: loads after 12 seconds')
  await tester.selectedEntry.getByText('the event is queued until the beacon is ready').waitFor()
  await tester.outcome.filter({ hasText: 'Queued: beacon not loaded' }).waitFor()
  await tester.outcome.filter({ hasText: 'Delivered, no survey requested' }).waitFor({ timeout: 20_000 })
  expect(await tester.getBeaconCalls()).toEqual(["wootric('page') Shop"])
  await tester.send(TRIAL_STARTED)
  await tester.waitForEntry('track Trial Started')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('run') Trial Started"])
})

test('shows an error if the beacon is blocked, and only the browser writes to the console', async () => {
  const { tester } = suite
  await setBeaconBehavior('Blocked, as by an ad blocker')
  const entry = await tester.waitForEntry('page Shop')
  await tester.outcome
    .filter({ hasText: 'Failed: the beacon is missing because its script could not be loaded' })
    .waitFor()
  await entry.getByText('Why is there no survey?').click()
  await entry.getByText("The beacon's script is blocked.").waitFor()
  expect(tester.consoleMessages).toEqual(['Failed to load resource: net::ERR_FAILED'])
  expect(tester.externalRequests).toEqual([BEACON_URL])
  tester.consoleMessages.length = 0
  tester.externalRequests.length = 0
})

test('shows the outcome of each event', async () => {
  const { tester } = suite
  await tester.send(TRIAL_STARTED)
  await tester.waitForEntry('track Trial Started')
  await tester.outcome.filter({ hasText: 'Survey requested, shown' }).waitFor()
  await tester.send({ type: 'group', groupId: 'acme' })
  await tester.waitForEntry('group acme')
  expect(await tester.outcome.innerText()).toBe('Delivered, no survey requested')
  await tester.send({ type: 'alias', userId: 'user-1', previousId: 'user-2' })
  await tester.waitForEntry('alias user-1')
  expect(await tester.outcome.innerText()).toBe('No mapping matched')
  await tester.send({ ...TRIAL_STARTED, integrations: { All: false } })
  await tester.waitForEntry('track Trial Started')
  expect(await tester.outcome.innerText()).toBe('Not delivered: the integrations of the event exclude InMoment')
})

test('warns if two mappings request a survey for an event, before and after it is sent', async () => {
  const { tester } = suite
  await tester.openTab('Mappings')
  await tester.page.getByLabel('Action of the new mapping').selectOption('Track Event')
  await tester.button('Add mapping').click()
  const text = '2 mappings request a survey for this event'
  await tester.writeEvent(TRIAL_STARTED)
  await tester.region('Preview of the event').getByText(text).waitFor()
  await tester.send()
  const entry = await tester.waitForEntry('track Trial Started')
  await entry.getByText(text).waitFor()
  await tester.outcome.filter({ hasText: '2 surveys requested' }).waitFor()
})

test('lists the reasons for no survey in order, each checked', async () => {
  const { tester } = suite
  await tester.page.getByLabel('Eligibility').selectOption('Registered events only')
  await tester.send(TRIAL_STARTED)
  const entry = await tester.waitForEntry('track Trial Started')
  await tester.outcome.filter({ hasText: 'Survey requested, not eligible' }).waitFor()
  await entry.getByText('Why is there no survey? “Trial Started” is not registered.').click()
  const reasons = entry.getByRole('list', { name: 'Reasons for no survey' }).getByRole('listitem')
  const titles = (await reasons.locator('strong').allInnerTexts()).slice(0, 10)
  const documented = await readFile('docs/troubleshooting.md', 'utf8')
  expect(Array.from(documented.matchAll(/^\d+\. \*\*(.*?)\.?\*\*/gm), ([, title]) => title)).toEqual(
    titles.map((title) => (title === 'Request a Survey' ? 'Request a Survey is on' : title))
  )
  await reasons.filter({ hasText: 'There is no email.' }).waitFor()
})

test('names the surveyed cookie as the reason for no survey', async () => {
  const { tester } = suite
  await tester.send()
  await tester.waitForCallback('after_show()')
  await tester.survey.getByRole('button', { name: 'Close survey' }).click()
  await tester.send(TRIAL_STARTED)
  const entry = await tester.waitForEntry('track Trial Started')
  await entry.getByText('Why is there no survey? The surveyed cookie is set').waitFor()
})

test('shows the survey in its panel, where it covers no controls, or as on a page', async () => {
  const { tester } = suite
  const { page } = tester
  await tester.send(TRIAL_STARTED)
  await tester.waitForCallback('after_show()')
  const panel = tester.region('Survey')
  await panel.getByRole('dialog', { name: 'Survey' }).waitFor()
  await tester.survey.getByRole('button', { name: 'Close survey' }).click()

  await page.getByLabel('Show the survey as on a page').check()
  await page.getByLabel(/Survey the same user again/).check()
  await tester.send(TRIAL_STARTED)
  await tester.waitForCallback('after_show()')
  await tester.survey.waitFor()
  expect(await panel.getByRole('dialog', { name: 'Survey' }).count()).toBe(0)
})
