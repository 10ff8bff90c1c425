import { useTester } from '../support/tester-suite'

const suite = useTester()

test('shows a survey to an identified user, and its callbacks', async () => {
  const { tester } = suite
  await tester.sendForm('Identify', { Email: 'grace@example.com', 'Created At': '2024-03-01T09:30:00Z' })
  await tester.waitForEntry('identify user-4821')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('run') grace@example.com"])
  await tester.waitForCallback('after_show()')

  await tester.answerSurvey('9', 'The coffee arrives fresh.')
  await tester.waitForCallback('after_response(9, "The coffee arrives fresh.")')
  expect(await tester.getSetting('email')).toEqual({ text: 'email: "grace@example.com"', change: 'added' })
  expect(await tester.getSetting('created_at')).toEqual({ text: 'created_at: 1709285400', change: 'added' })
})

test('declines a survey with the keyboard', async () => {
  const { tester } = suite
  await tester.sendForm('Identify')
  await tester.waitForCallback('after_show()')
  await tester.survey.getByRole('button', { name: 'Close survey' }).focus()
  await tester.page.keyboard.press('Escape')
  await tester.waitForCallback('after_decline()')
  expect(await tester.survey.count()).toBe(0)
})

test('sends the track events of the shop', async () => {
  const { tester } = suite
  await tester.openTab('Shop')
  await tester.button('Add to cart: Highland Roast').click()
  await tester.waitForEntry('track Product Added')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('run') Product Added"])

  await tester.button('Place order').click()
  await tester.waitForEntry('track Order Completed')
  expect(await tester.getSetting('event_name')).toEqual({
    text: 'event_name: "Order Completed" was "Product Added"',
    change: 'changed'
  })
})

test('shows the changed settings of track, page, group and reset', async () => {
  const { tester } = suite
  await tester.sendForm('Track', { 'Event Name': 'Trial Started', 'Track properties (JSON)': '{"plan": "team"}' })
  await tester.waitForEntry('track Trial Started')
  expect(await tester.getSetting('plan')).toEqual({ text: 'plan: "team"', change: 'added' })

  await tester.sendForm('Page', { 'Page Name': 'Pricing', 'Page properties (JSON)': '{"path": "/pricing"}' })
  await tester.waitForEntry('page Pricing')
  const { pathname } = new URL(tester.page.url())
  expect(await tester.getSetting('path')).toEqual({ text: `path: "/pricing" was "${pathname}"`, change: 'changed' })

  await tester.sendForm('Group', { 'Group ID': 'acme', 'Group traits (JSON)': '{"employees": 420}' })
  await tester.waitForEntry('group acme')
  expect(await tester.getSetting('employees')).toEqual({ text: 'employees: 420', change: 'added' })

  const user = tester.page.locator('.event-panel .panel-header .hint')
  await tester.sendForm('Identify')
  await tester.waitForEntry('identify user-4821')
  await user.filter({ hasText: 'ada@example.com' }).waitFor()
  await tester.button('Reset').click()
  await tester.waitForEntry('reset')
  expect(await tester.getSetting('email')).toEqual({ text: 'email: "ada@example.com"', change: 'removed' })
  await user.filter({ hasText: 'Anonymous visitor' }).waitFor()
})

test('shows invalid JSON at its field, and does not send it', async () => {
  const { tester } = suite
  await tester.sendForm('Track', { 'Track properties (JSON)': '{"plan": }' })
  await tester.page.getByText('The JSON is not valid').waitFor()
  await tester.page.getByText('Not sent. Fix the marked field first.').waitFor()
  await tester.waitForEntry('page Shop')
})

test("shows the destination's warnings", async () => {
  const { tester } = suite
  await tester.sendForm('Identify', { 'Created At': 'the other day' })
  await tester.waitForEntry('identify user-4821')
  const warnings = tester.page.getByRole('list', { name: 'Warnings' })
  await warnings.getByRole('listitem').filter({ hasText: 'createdAt' }).waitFor()
})
