import { useTester } from '../support/tester-suite'

const suite = useTester()

test.each(['identify', 'track', 'page', 'group', 'alias', 'screen'])('sends the %s template', async (type) => {
  const { tester } = suite
  await tester.page.getByLabel('Example event').selectOption(type)
  await tester.send()
  const entry = await tester.waitForEntry(type)
  await entry.getByText(`"type": "${type}"`).waitFor()
})

test("sends an example of Segment's spec", async () => {
  const { tester } = suite
  const picker = tester.page.getByLabel('Example event')
  await picker.selectOption({ label: await picker.locator('option', { hasText: 'track Invite Sent' }).innerText() })
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
  expect(await tester.page.evaluate(() => document.activeElement?.id)).toBe('send-event')
})
