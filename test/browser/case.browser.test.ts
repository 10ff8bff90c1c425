import { TesterPage } from '../support/tester-page'
import { useTester } from '../support/tester-suite'

const suite = useTester()

test('opens a case from its URL in another browser', async () => {
  const { tester, browser } = suite
  await tester.writeEvent({ type: 'track', event: 'Größe gewählt' })
  await tester.openMapping('Track Event')
  await tester.page.getByLabel('Trigger (FQL)').fill('event = "Größe gewählt"')
  await tester.openTab('Settings')
  await tester.page.getByLabel('Send Survey Events to Segment').selectOption('Shown, declined and score')
  await tester.page.getByLabel('Eligibility').selectOption('Registered events only')
  await tester.page.getByLabel('Registered events').fill('Größe gewählt, Other')
  await tester.button('Copy URL of this case').click()
  await tester.page.getByText('URL copied', { exact: true }).waitFor()

  const other = await TesterPage.open(browser, await tester.readClipboard())
  await other.waitForLoad()
  expect(await other.editor.innerText()).toContain('Größe gewählt')
  expect(await other.page.getByLabel('Registered events').inputValue()).toBe('Größe gewählt, Other')
  expect(await other.page.getByText('Your changes apply').count()).toBe(0)
  await other.send()
  await other.waitForEntry('track Größe gewählt')
  await other.waitForCallback('after_show()')
  expect(other.consoleMessages).toEqual([])
  await other.close()
})

test('opens the initial case if the URL is not valid', async () => {
  const { tester, browser } = suite
  const url = new URL(tester.page.url())
  url.hash = 'case=nonsense'
  const other = await TesterPage.open(browser, url.href)
  await other.waitForLoad()
  expect(await other.editor.innerText()).toContain('"type": "identify"')
  await other.close()
})

test('shows an earlier timeline entry, and copies its event to the editor', async () => {
  const { tester } = suite
  await tester.send({ type: 'group', groupId: 'acme', traits: { employees: 420 } })
  await tester.waitForEntry('group acme')
  await tester.send({ type: 'page', name: 'Pricing', properties: {} })
  await tester.waitForEntry('page Pricing')

  await tester.timelineEntry('group acme').click()
  await tester.waitForEntry('group acme')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('group') acme"])
  expect(await tester.getSetting('employees')).toEqual({ text: 'employees: 420', change: 'added' })
  await tester.button('Edit this event').click()
  expect(await tester.editor.innerText()).toContain('"groupId": "acme"')
})

test('restores the user and the timeline when the page reloads', async () => {
  const { tester } = suite
  await tester.send()
  await (await tester.waitForEntry('identify user-4821')).getByText('POST').waitFor()
  await tester.reload(() => tester.button('Reload page').click())
  await tester.waitForLoad()
  await tester.timelineEntry('identify user-4821').waitFor()
  await tester.timelineEntry('Page load').first().click()
  await tester.waitForEntry('Page load')
  expect(await tester.getSetting('email')).toEqual({ text: 'email: "ada@example.com"', change: 'added' })
})

test('does not restore the user if the setting is off', async () => {
  const { tester } = suite
  await tester.send()
  await (await tester.waitForEntry('identify user-4821')).getByText('POST').waitFor()
  await tester.openTab('Settings')
  await tester.page.getByLabel('Restore User on Page Load').uncheck()
  await tester.reload(() => tester.button('Reload now').click())
  await tester.waitForLoad()
  await tester.timelineEntry('Page load').first().click()
  await tester.waitForEntry('Page load')
  await tester.page.getByText('All values').click()
  expect(await tester.selectedEntry.locator('[data-setting="email"]').count()).toBe(0)
})
