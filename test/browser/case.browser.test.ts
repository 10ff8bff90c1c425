import { TesterPage } from '../support/tester-page'
import { useTester } from '../support/tester-suite'

const suite = useTester()

test('the address of a case opens it as it was, in a browser that has never seen it', async () => {
  const { tester, browser } = suite
  await tester.writeEvent({ type: 'track', event: 'Größe gewählt' })
  await tester.openMapping('Track Event')
  await tester.page.getByLabel('Trigger (FQL)').fill('event = "Größe gewählt"')
  await tester.tab('Settings')
  await tester.page.getByLabel('Send Survey Events to Segment').selectOption('Shown, declined and score')
  await tester.page.getByLabel('InMoment says').selectOption('No to events not registered')
  await tester.page.getByLabel('Registered events').fill('Größe gewählt, Other')
  await tester.button('Copy address of this case').click()
  await tester.page.getByText('Copied', { exact: true }).waitFor()

  const colleague = await TesterPage.open(browser, await tester.clipboard())
  await colleague.loaded()
  expect(await colleague.editor.innerText()).toContain('Größe gewählt')
  expect(await colleague.page.getByLabel('Registered events').inputValue()).toBe('Größe gewählt, Other')
  expect(await colleague.page.getByText('Changed since the page loaded.').count()).toBe(0)
  await colleague.send()
  await colleague.sent('track Größe gewählt')
  await colleague.callbackTold('after_show()')
  expect(colleague.written).toEqual([])
  await colleague.close()
})

test('an address that holds nothing usable opens the page as it is shipped', async () => {
  const { tester, browser } = suite
  const address = new URL(tester.page.url())
  address.hash = 'case=nonsense'
  const other = await TesterPage.open(browser, address.href)
  await other.loaded()
  expect(await other.editor.innerText()).toContain('"type": "identify"')
  await other.close()
})

test('what was sent can be gone back to, and put into the editor again', async () => {
  const { tester } = suite
  await tester.send({ type: 'group', groupId: 'acme', traits: { employees: 420 } })
  await tester.sent('group acme')
  await tester.send({ type: 'page', name: 'Pricing', properties: {} })
  await tester.sent('page Pricing')

  await tester.region('What was sent').getByRole('button', { name: 'group acme' }).click()
  await tester.sent('group acme')
  expect(await tester.beaconCalls()).toEqual(["wootric('group') acme"])
  expect(await tester.setting('employees')).toEqual({ text: 'employees: 420', change: 'added' })
  await tester.button('Put this event into the editor').click()
  expect(await tester.editor.innerText()).toContain('"groupId": "acme"')
})

test('on a new page load the user is restored, and the timeline is kept', async () => {
  const { tester } = suite
  await tester.send()
  await (await tester.sent('identify user-4821')).getByText('POST').waitFor()
  await tester.reload(() => tester.button('Reload page').click())
  await tester.loaded()
  const timeline = tester.region('What was sent')
  await timeline.getByRole('button', { name: 'identify user-4821' }).waitFor()
  await timeline.getByRole('button', { name: 'Page load' }).first().click()
  await tester.sent('Page load')
  expect(await tester.setting('email')).toEqual({ text: 'email: "ada@example.com"', change: 'added' })
})

test('without the setting the user is not restored', async () => {
  const { tester } = suite
  await tester.send()
  await (await tester.sent('identify user-4821')).getByText('POST').waitFor()
  await tester.tab('Settings')
  await tester.page.getByLabel('Restore User on Page Load').uncheck()
  await tester.reload(() => tester.button('Load now').click())
  await tester.loaded()
  await tester.region('What was sent').getByRole('button', { name: 'Page load' }).first().click()
  await tester.sent('Page load')
  await tester.page.getByText('All of it').click()
  expect(await tester.region('What came of it').locator('[data-setting="email"]').count()).toBe(0)
})
