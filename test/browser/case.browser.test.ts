import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'
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
  await tester.page.getByText("URL copied. It contains the event's data.").waitFor()
  expect(new URL(tester.page.url()).hash).toBe('')

  const other = await TesterPage.open(browser, await tester.readClipboard())
  await other.waitForLoad()
  expect(new URL(other.page.url()).hash).toBe('')
  await other.waitForEditor('Größe gewählt')
  expect(await other.page.getByLabel('Registered events').inputValue()).toBe('Größe gewählt, Other')
  expect(await other.page.getByText('Your changes apply').count()).toBe(0)
  await other.send()
  await other.waitForEntry('track Größe gewählt')
  await other.waitForCallback('after_show()')
  expect(other.consoleMessages).toEqual([])
  await other.close()
})

test.each([
  ['damaged', (hash: string) => hash.slice(0, -40), 'The URL is damaged or incomplete.'],
  ['too long', (hash: string) => hash + 'A'.repeat(40_000), 'The URL is too long.'],
  ['of another version', () => '#case=nonsense', 'The URL is from another version of the action tester.']
])('a URL that is %s changes nothing', async (_name, damage, message) => {
  const { tester } = suite
  await tester.writeEvent({ type: 'group', groupId: 'first' })
  await tester.button('Copy URL of this case').click()
  const { hash } = new URL(await tester.readClipboard())
  await tester.writeEvent({ type: 'group', groupId: 'second' })
  await tester.reload(() => tester.page.evaluate((text) => (window.location.hash = text), damage(hash)))
  await tester.page
    .getByRole('alert')
    .filter({ hasText: `${message} Nothing was changed.` })
    .waitFor()
  await tester.waitForEditor('"second"')
  expect(new URL(tester.page.url()).hash).toBe('')
})

test('undoes the opening of a case from a URL in the same tab', async () => {
  const { tester } = suite
  await tester.writeEvent({ type: 'group', groupId: 'first' })
  await tester.button('Copy URL of this case').click()
  const { hash } = new URL(await tester.readClipboard())
  await tester.writeEvent({ type: 'group', groupId: 'second' })
  await tester.reload(() => tester.page.evaluate((text) => (window.location.hash = text), hash))
  await tester.page.getByText('Opened the case of the link.').waitFor()
  await tester.waitForEditor('"first"')
  await tester.button('Undo: open case').click()
  await tester.waitForEditor('"second"')
})

test('saves, opens and deletes named cases', async () => {
  const { tester } = suite
  const cases = tester.page.getByRole('dialog', { name: 'Saved cases' })
  await tester.writeEvent({ type: 'group', groupId: 'saved' })
  await tester.button('Saved cases').click()
  await cases.getByLabel('Name of the case').fill('Group of the demo')
  await cases.getByRole('button', { name: 'Save', exact: true }).click()
  await cases.getByText('Saved “Group of the demo”').waitFor()
  await tester.page.keyboard.press('Escape')

  await tester.writeEvent({ type: 'group', groupId: 'other' })
  await tester.reload(() => tester.page.reload())
  await tester.waitForEditor('"other"')
  await tester.button('Saved cases').click()
  await cases.getByRole('button', { name: 'Group of the demo', exact: true }).click()
  await tester.waitForEditor('"saved"')
  expect(await tester.page.evaluate(() => document.activeElement?.textContent)).toBe('Saved cases')
  await tester.button('Undo: open Group of the demo').click()
  await tester.waitForEditor('"other"')

  await tester.button('Saved cases').click()
  await cases.getByRole('button', { name: 'Delete Group of the demo' }).click()
  await cases.getByText('No saved cases.').waitFor()
})

test('undoes the removal of a mapping, also after a reload, and keeps later changes', async () => {
  const { tester } = suite
  const { page } = tester
  const names = () => tester.region('Destination mappings').getByRole('heading').allInnerTexts()
  const before = await names()
  await tester.openMapping('Track Event')
  await tester.button('Remove mapping').click()
  const undo = tester.button('Undo: remove Track Event')
  await undo.waitFor()
  expect(await undo.evaluate((button) => document.activeElement === button)).toBe(true)
  await page.getByRole('switch', { name: 'Enable Identify User' }).uncheck()
  await tester.reload(() => tester.button('Reload page').click())
  await tester.waitForLoad()
  await undo.click()
  await page.getByText('Undone: remove Track Event.').waitFor()
  expect(await names()).toEqual(before)
  expect(await page.getByRole('switch', { name: 'Enable Identify User' }).isChecked()).toBe(false)
  expect(await undo.count()).toBe(0)
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('MAIN')
})

test('undoes a reset of the mappings', async () => {
  const { tester } = suite
  await tester.openMapping('Track Event')
  await tester.page.getByLabel('Trigger (FQL)').fill('event = "Mine"')
  await tester.button('Reset to presets').click()
  expect(await tester.page.getByText('event = "Mine"').count()).toBe(0)
  await tester.button('Undo: replace mappings').click()
  await tester.region('Destination mappings').locator('code', { hasText: 'event = "Mine"' }).waitFor()
  expect(await tester.region('Destination mappings').getByRole('heading').count()).toBe(4)
})

test('filters the timeline, and exports the shown events as JSON lines', async () => {
  const { tester } = suite
  const { page } = tester
  await tester.send({ type: 'track', event: 'Trial Started', properties: { plan: 'team' } })
  await tester.waitForEntry('track Trial Started')
  await tester.send({ type: 'group', groupId: 'acme', traits: {} })
  await tester.waitForEntry('group acme')

  await page.getByLabel('Outcome').selectOption('Survey requested')
  await tester.timelineEntry('group acme').waitFor({ state: 'detached' })
  await tester.timelineEntry('track Trial Started').waitFor()
  await page.getByLabel('Outcome').selectOption('All outcomes')
  await page.getByLabel('Filter the timeline').fill('ACME')
  await tester.timelineEntry('track Trial Started').waitFor({ state: 'detached' })
  await page.getByLabel('Filter the timeline').fill('')

  await tester.reload(() => tester.button('Reload page').click())
  await tester.waitForLoad()
  const [download] = await Promise.all([page.waitForEvent('download'), tester.button('Export events').click()])
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\n')
  const events = lines.map((line) => JSON.parse(line) as { type: string; messageId: string })
  expect(events.map(({ type }) => type)).toEqual(['page', 'track', 'group', 'page'])
  expect(events.every(({ messageId }) => messageId.length > 0)).toBe(true)
  // Fails if a line is not an event.
  await promisify(execFile)('bin/run', ['replay', await download.path(), '--summary'])

  await tester.button('Clear').click()
  await page.getByText('No entries.').waitFor()
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Filter the timeline')
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
  await tester.waitForEditor('"groupId": "acme"')
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
