import { findAxeViolations } from '../support/axe-violations'
import { useTester } from '../support/tester-suite'

const suite = useTester()

test('formats, numbers and folds JSON', async () => {
  const { tester } = suite
  await tester.writeEvent('{"type":"track","event":"A","properties":{"plan":"pro"}}')
  const tools = tester.page.getByRole('group', { name: 'Tools for Event JSON' })
  await tools.getByRole('button', { name: 'Format' }).click()
  await tester.page.locator('.event-editor .cm-lineNumbers').getByText('7', { exact: true }).waitFor()
  expect(await tester.editor.innerText()).toContain('\n  "event": "A",\n')

  await tester.editor.press('Control+Alt+[')
  await tester.editor.getByLabel('folded code').first().waitFor()
  expect(await tester.editor.innerText()).not.toContain('"plan"')
})

test('formats with the keyboard, and keeps broken JSON', async () => {
  const { tester } = suite
  await tester.writeEvent('{"type":"page"}')
  await tester.editor.press('Shift+Alt+F')
  expect(await tester.editor.innerText()).toBe('{\n  "type": "page"\n}')
  await tester.writeEvent('{"type":')
  await tester.editor.press('Shift+Alt+F')
  expect(await tester.editor.innerText()).toContain('"type":')
})

test('searches', async () => {
  const { tester } = suite
  await tester.page.getByRole('group', { name: 'Tools for Event JSON' }).getByRole('button', { name: 'Search' }).click()
  await tester.page.getByRole('textbox', { name: 'Find' }).pressSequentially('createdAt')
  await tester.page.locator('.cm-searchMatch').waitFor()
  expect(await findAxeViolations(tester.page)).toEqual([])
  await tester.takeScreenshot('search')
})
