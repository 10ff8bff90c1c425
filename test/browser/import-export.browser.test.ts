import { presetSubscriptions } from '../../src/preset-subscriptions'
import { findAxeViolations } from '../support/axe-violations'
import { useTester } from '../support/tester-suite'

const suite = useTester()

const UPGRADE = {
  name: 'Upgrade',
  enabled: true,
  partnerAction: 'trackEvent',
  subscribe: 'event = "Upgraded"',
  mapping: { eventName: 'Upgrade' }
}

async function openImport() {
  await suite.tester.button('Import').click()
  const dialog = suite.tester.page.getByRole('dialog', { name: 'Import mappings and settings' })
  return { dialog, editor: dialog.getByRole('textbox', { name: 'Mappings to import' }) }
}

async function exportAs(format: string): Promise<string> {
  const { page } = suite.tester
  await suite.tester.button('Export').click()
  await page.getByLabel(format).check()
  await suite.tester.button('Copy').click()
  await page.getByText('Copied', { exact: true }).waitFor()
  await page.keyboard.press('Escape')
  return suite.tester.readClipboard()
}

test('imports a list of mappings, and keeps the settings', async () => {
  const { tester } = suite
  const { dialog, editor } = await openImport()
  expect(await dialog.getByRole('button', { name: 'Import' }).isDisabled()).toBe(true)
  await editor.fill(JSON.stringify([UPGRADE]))
  await dialog.getByText('Ready to import 1 mapping.').waitFor()
  await dialog.getByRole('button', { name: 'Import' }).click()
  await tester.page.getByText('Imported 1 mapping', { exact: true }).waitFor()
  await dialog.waitFor({ state: 'detached' })
  expect(await tester.page.getByRole('switch').count()).toBe(1)

  expect(JSON.parse(await exportAs('Mappings, as a JSON list'))).toEqual([UPGRADE])
  const code = await exportAs('Mappings and settings, as code for inmomentPlugins')
  expect(code).toContain('analytics.register(...inmomentPlugins({')
  expect(code).toContain('"accountToken": "NPS-')

  await tester.send({ type: 'track', event: 'Upgraded' })
  await tester.waitForEntry('track Upgraded')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('run') Upgrade"])

  await tester.button('Undo: import').click()
  expect(await tester.region('Destination mappings').getByRole('heading').count()).toBe(4)
})

test('adds mappings of a file with settings to the current ones', async () => {
  const { tester } = suite
  const { dialog } = await openImport()
  const content = JSON.stringify({ accountToken: 'NPS-12345678', testMode: true, subscriptions: [UPGRADE] })
  await dialog
    .getByLabel('Open a file')
    .setInputFiles({ name: 'mappings.json', mimeType: 'application/json', buffer: Buffer.from(content) })
  await dialog.getByText('Ready to import 1 mapping and 2 settings.').waitFor()
  await dialog.getByLabel('Keep the current mappings').check()
  await dialog.getByRole('textbox').press('Control+Enter')
  await dialog.waitFor({ state: 'detached' })
  expect(await tester.page.evaluate(() => document.activeElement?.textContent)).toBe('Import')

  await tester.openTab('Settings')
  expect(await tester.page.getByLabel(/^Account Token/).inputValue()).toBe('NPS-12345678')
  expect(await tester.page.getByLabel('Test Mode').isChecked()).toBe(true)
  const replayFile: unknown = JSON.parse(await exportAs('Mappings and settings, as a file for replay'))
  expect(replayFile).toMatchObject({ testMode: true, subscriptions: [...presetSubscriptions(), UPGRADE] })
})

test('imports a dropped file', async () => {
  const { tester } = suite
  const { dialog } = await openImport()
  const transfer = await tester.page.evaluateHandle(
    (content) => {
      const data = new DataTransfer()
      data.items.add(new File([content], 'mappings.json'))
      return data
    },
    JSON.stringify([UPGRADE])
  )
  await dialog.getByText('Paste, drop or open JSON').dispatchEvent('drop', { dataTransfer: transfer })
  await dialog.getByText('Ready to import 1 mapping.').waitFor()
})

test('shows errors with line and key, and changes nothing', async () => {
  const { tester } = suite
  const { dialog, editor } = await openImport()
  const mapping = { ...UPGRADE, mapping: { eventNam: 'Upgrade' } }
  await editor.fill(JSON.stringify([mapping], undefined, 2))
  await dialog
    .getByText('Line 8, column 7, [0].mapping.eventNam: Unknown field eventNam of trackEvent. Did you mean eventName?')
    .waitFor()
  expect(await dialog.getByRole('button', { name: 'Import' }).isDisabled()).toBe(true)
  await dialog.locator('.cm-lintRange-error').first().waitFor()
  await tester.takeScreenshot('import')
  expect(await findAxeViolations(tester.page)).toEqual([])

  await editor.fill('[{"name": "Upgrade",}]')
  await dialog
    .getByText(/^Line 1, column 21.*: The JSON is not valid/)
    .first()
    .waitFor()
  await editor.fill('{}')
  await dialog.getByText('The text has no mappings and no settings.').waitFor()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  expect(await tester.page.getByRole('switch').count()).toBe(presetSubscriptions().length)
})

test('downloads an export', async () => {
  const { tester } = suite
  await tester.button('Export').click()
  expect(await findAxeViolations(tester.page)).toEqual([])
  await tester.takeScreenshot('export')
  const [download] = await Promise.all([
    tester.page.waitForEvent('download'),
    tester.button('Download mappings.json').click()
  ])
  expect(download.suggestedFilename()).toBe('mappings.json')
})
