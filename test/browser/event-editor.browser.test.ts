import { useTester } from '../support/tester-suite'

const suite = useTester()

test.each(['identify', 'track', 'page', 'group', 'alias', 'screen'])('sends the %s template', async (type) => {
  const { tester } = suite
  await tester.pickExample(type)
  await tester.send()
  const entry = await tester.waitForEntry(type)
  await entry.getByText(`"type": "${type}"`).waitFor()
})

test("sends an example of Segment's spec", async () => {
  const { tester } = suite
  await tester.pickExample('track Invite Sent')
  await tester.mappingResult('Track Event').getByText('"eventName": "Invite Sent"').waitFor()
  await tester.send()
  await tester.waitForEntry('track Invite Sent')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('run') Invite Sent"])
})

test('marks and describes invalid JSON, and does not send it', async () => {
  const { tester } = suite
  await tester.writeEvent('{"type": "track", }')
  await tester.page.locator('.event-editor .cm-lintRange-error, .event-editor .cm-lintPoint-error').waitFor()
  await tester.editorError.filter({ hasText: 'The JSON is not valid' }).waitFor()
  await tester.send()
  await tester.page.getByText('Not sent. Fix the event first.').waitFor()
})

test('lists the event types if an event has another type', async () => {
  const { tester } = suite
  await tester.writeEvent({ type: 'purchase' })
  await tester.editorError.filter({ hasText: 'Set "type" to one of identify, track' }).waitFor()
})

test('shows the request to Segment', async () => {
  const { tester } = suite
  await tester.send({ type: 'track', event: 'Trial Started', properties: { plan: 'team' }, context: { ip: '0.0.0.0' } })
  const entry = await tester.waitForEntry('track Trial Started')
  await entry.getByText('POST https://api.segment.io/v1/t').waitFor()
  await entry.getByText('"ip": "0.0.0.0"').waitFor()
})

test('moves the focus out of the editor with the Tab key', async () => {
  const { tester } = suite
  await tester.editor.focus()
  await tester.page.keyboard.press('Tab')
  expect(await tester.page.evaluate(() => document.activeElement?.closest('.cm-editor') ?? null)).toBeNull()
})

test('sends the event with Ctrl+Enter', async () => {
  const { tester } = suite
  await tester.writeEvent({ type: 'group', groupId: 'acme' })
  await tester.page.keyboard.press('Control+Enter')
  await tester.waitForEntry('group acme')
})

test('undoes the replacement of an edited event by an example', async () => {
  const { tester } = suite
  await tester.writeEvent({ type: 'track', event: 'Mine' })
  await tester.pickExample('group')
  await tester.button('Undo: replace the event').click()
  await tester.waitForEditor('"Mine"')
})

test('sends the message ID, the timestamp and the context of a recorded event', async () => {
  const { tester } = suite
  const event = {
    type: 'track',
    event: 'Order Completed',
    messageId: 'recorded-1',
    timestamp: '2026-01-15T09:30:00.000Z',
    context: { library: { name: 'analytics.js', version: 'next-1.0.0' }, locale: 'pt-BR' }
  }
  await tester.send(event)
  const request = async () => {
    const entry = await tester.waitForEntry('track Order Completed')
    await entry.getByText('POST').waitFor()
    return JSON.parse(await entry.locator('.json-block').last().innerText()) as Record<string, unknown>
  }
  const { messageId, timestamp, context } = await request()
  expect({ messageId, timestamp, context }).toEqual({
    messageId: event.messageId,
    timestamp: event.timestamp,
    context: event.context
  })

  await tester.send(event)
  await tester.page.getByText('Sent with a new message ID').waitFor()
})

test('switches to the visitor of an event', async () => {
  const { tester } = suite
  await tester.send()
  await tester.waitForEntry('identify user-4821')
  await tester.writeEvent({ type: 'track', event: 'Order Completed', userId: 'user-9', anonymousId: 'visitor-9' })
  await tester.page.getByText('The event is from another visitor: user user-9.').waitFor()
  await tester.button('Switch to this visitor').click()
  await tester.waitForEntry('Switch visitor')
  expect(await tester.getSetting('email')).toEqual({ text: 'email: "ada@example.com"', change: 'removed' })
  await tester.button('Switch to this visitor').waitFor({ state: 'detached' })
  await tester.page.locator('.event-panel .panel-header .hint', { hasText: 'user-9' }).waitFor()
  expect(await tester.page.evaluate(() => document.activeElement?.id)).toBe('send-event')

  await tester.send()
  await tester.waitForEntry('track Order Completed')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('run') Order Completed"])
  await tester.selectedEntry.getByText('"anonymousId": "visitor-9"').waitFor()
})

test('sends calls that were pasted from code as a sequence, step by step and then all at once', async () => {
  const { tester } = suite
  await tester.writeEvent(`analytics.identify('user-7', { email: 'grace@example.com' })
    analytics.track('Trial Started')
    analytics.group('acme')`)
  await tester.button('Open as a sequence').click()
  await tester.page.getByText('0 of 3 sent').waitFor()
  await tester.button('Send next').click()
  await tester.waitForEntry('identify user-7')
  await tester.page.getByText('1 of 3 sent').waitFor()
  await tester.button('Send the rest').click()
  await tester.waitForEntry('group acme')
  await tester.page.getByText('3 of 3 sent').waitFor()
  await tester.timelineEntry('track Trial Started').click()
  await tester.waitForEntry('track Trial Started')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('run') Trial Started"])
})

test('switches to the visitor of each event of a sequence', async () => {
  const { tester } = suite
  await tester.openTab('Sequence')
  const events = [
    { type: 'identify', userId: 'user-1', anonymousId: 'visitor-1', traits: { email: 'ada@example.com' } },
    { type: 'track', event: 'Trial Started', anonymousId: 'visitor-2' },
    { type: 'track', event: 'Trial Ended', anonymousId: 'visitor-2' }
  ]
  const text = events.map((event) => JSON.stringify(event)).join('\n')
  await tester.page.getByLabel('Events', { exact: true }).fill(text)
  await tester.button('Send all').click()
  await tester.waitForEntry('track Trial Ended')
  expect(await tester.timelineEntry('Switch visitor').count()).toBe(2)
  await tester.page.getByText('All values').click()
  expect(await tester.selectedEntry.locator('[data-setting="email"]').count()).toBe(0)
})

test('shows the place of a problem in a sequence', async () => {
  const { tester } = suite
  await tester.openTab('Sequence')
  await tester.page.getByLabel('Events', { exact: true }).fill("analytics.track('One')\nanalytics.track(name)")
  await tester.page.getByText('Line 2, column 17: Only literal values can be read').waitFor()
  expect(await tester.button('Send next').isDisabled()).toBe(true)
})
