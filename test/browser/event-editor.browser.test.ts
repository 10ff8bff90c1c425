import { useTester } from '../support/tester-suite'

const suite = useTester()

test.each(['identify', 'track', 'page', 'group', 'alias', 'screen'])(
  'begins with a %s event, which can be sent as it is',
  async (type) => {
    const { tester } = suite
    await tester.page.getByLabel('Begin with an event').selectOption(type)
    await tester.send()
    const sent = await tester.sent(type)
    await sent.getByText(`"type": "${type}"`).waitFor()
  }
)

test('begins with an example of the spec and sends its own names and values', async () => {
  const { tester } = suite
  const picker = tester.page.getByLabel('Begin with an event')
  await picker.selectOption({ label: await picker.locator('option', { hasText: 'track Invite Sent' }).innerText() })
  await tester.mappingResult('Track Event').getByText('"eventName": "Invite Sent"').waitFor()
  await tester.send()
  await tester.sent('track Invite Sent')
  expect(await tester.beaconCalls()).toEqual(["wootric('run') Invite Sent"])
})

test('marks broken JSON in place, says so in words, and sends nothing', async () => {
  const { tester } = suite
  await tester.writeEvent('{"type": "track", }')
  await tester.page.locator('.event-editor .cm-lintRange-error, .event-editor .cm-lintPoint-error').waitFor()
  await tester.page.locator('.event-editor .field-error', { hasText: 'This is not valid JSON' }).waitFor()
  await tester.send()
  await tester.page.getByText('Not sent: fix the event first.').waitFor()
})

test('names the types there are where an event has none of them', async () => {
  const { tester } = suite
  await tester.writeEvent({ type: 'purchase' })
  await tester.page.locator('.event-editor .field-error', { hasText: 'one of identify, track' }).waitFor()
})

test('shows the request that Segment itself got', async () => {
  const { tester } = suite
  await tester.send({ type: 'track', event: 'Trial Started', properties: { plan: 'team' }, context: { ip: '0.0.0.0' } })
  const sent = await tester.sent('track Trial Started')
  await sent.getByText('POST https://api.segment.io/v1/t').waitFor()
  await sent.getByText('"ip": "0.0.0.0"').waitFor()
})

test('the tab key leads out of the editor', async () => {
  const { tester } = suite
  await tester.editor.focus()
  await tester.page.keyboard.press('Tab')
  expect(await tester.page.evaluate(() => document.activeElement?.id)).toBe('send-event')
})
