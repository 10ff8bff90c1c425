import { useTester } from '../support/tester-suite'

const suite = useTester()

test('an identified visitor gets the survey, and what is answered comes back through the callbacks', async () => {
  const { tester } = suite
  await tester.call('Identify', { Email: 'grace@example.com', 'Created at': '2024-03-01T09:30:00Z' })
  await tester.sent('identify user-4821')
  expect(await tester.beaconCalls()).toEqual(["wootric('run') grace@example.com"])
  await tester.callbackTold('after_show()')

  await tester.answerSurvey('9', 'The coffee arrives fresh.')
  await tester.callbackTold('after_response(9, "The coffee arrives fresh.")')
  expect(await tester.setting('email')).toEqual({ text: 'email: "grace@example.com"', change: 'added' })
  expect(await tester.setting('created_at')).toEqual({ text: 'created_at: 1709285400', change: 'added' })
})

test('a survey can be declined with the keyboard alone', async () => {
  const { tester } = suite
  await tester.call('Identify')
  await tester.callbackTold('after_show()')
  await tester.survey.getByRole('button', { name: 'Close survey' }).focus()
  await tester.page.keyboard.press('Escape')
  await tester.callbackTold('after_decline()')
  expect(await tester.survey.count()).toBe(0)
})

test('what the shop sells reaches the beacon as track events', async () => {
  const { tester } = suite
  await tester.tab('Shop')
  await tester.button('Add to cart: Highland Roast').click()
  await tester.sent('track Product Added')
  expect(await tester.beaconCalls()).toEqual(["wootric('run') Product Added"])

  await tester.button('Place order').click()
  await tester.sent('track Order Completed')
  expect(await tester.setting('event_name')).toEqual({
    text: 'event_name: "Order Completed" was "Product Added"',
    change: 'changed'
  })
})

test('track, page, group and reset show as calls and as changed settings', async () => {
  const { tester } = suite
  await tester.call('Track', { 'Event name': 'Trial Started', 'Track properties (JSON)': '{"plan": "team"}' })
  await tester.sent('track Trial Started')
  expect(await tester.setting('plan')).toEqual({ text: 'plan: "team"', change: 'added' })

  await tester.call('Page', { 'Page name': 'Pricing', 'Page properties (JSON)': '{"path": "/pricing"}' })
  await tester.sent('page Pricing')
  expect(await tester.setting('path')).toEqual({ text: 'path: "/pricing" was "/"', change: 'changed' })

  await tester.call('Group', { 'Group ID': 'acme', 'Group traits (JSON)': '{"employees": 420}' })
  await tester.sent('group acme')
  expect(await tester.setting('employees')).toEqual({ text: 'employees: 420', change: 'added' })

  await tester.call('Identify')
  await tester.sent('identify user-4821')
  await tester.page.locator('.event-panel .hint').filter({ hasText: 'ada@example.com' }).waitFor()
  await tester.button('Reset').click()
  await tester.sent('reset')
  expect(await tester.setting('email')).toEqual({ text: 'email: "ada@example.com"', change: 'removed' })
  await tester.page.locator('.event-panel .hint').filter({ hasText: 'Anonymous visitor' }).waitFor()
})

test('broken JSON is named beside its field and sends nothing', async () => {
  const { tester } = suite
  await tester.call('Track', { 'Track properties (JSON)': '{"plan": }' })
  await tester.page.getByText('This is not valid JSON').waitFor()
  await tester.page.getByText('Not sent: fix the marked field first.').waitFor()
  await tester.sent('page Shop')
})

test('what the destination warns about is shown', async () => {
  const { tester } = suite
  await tester.call('Identify', { 'Created at': 'the other day' })
  await tester.sent('identify user-4821')
  const warnings = tester.page.getByRole('list', { name: 'Warnings of the destination' })
  await warnings.getByRole('listitem').filter({ hasText: 'createdAt' }).waitFor()
})
