import { mkdirSync } from 'node:fs'
import { findAxeViolations } from '../support/axe-violations'
import type { TesterPage } from '../support/tester-page'
import { useTester } from '../support/tester-suite'

const suite = useTester()

const STATES: { name: string; open: (tester: TesterPage) => Promise<unknown> }[] = [
  { name: 'preview', open: (tester) => tester.writeEvent({ type: 'track', event: 'Trial Started' }) },
  { name: 'invalid event', open: (tester) => tester.writeEvent('{"type": ') },
  {
    name: 'survey',
    open: async (tester) => {
      await tester.send()
      await tester.waitForEntry('identify user-4821')
      await tester.waitForCallback('after_show()')
    }
  },
  {
    name: 'mapping',
    open: async (tester) => {
      await tester.openMapping('Track Event')
      await tester.page.getByLabel(/^Event Name required/).selectOption('JSON')
      await tester.page.getByLabel('Trigger (FQL)').fill('type = ')
    }
  },
  { name: 'settings', open: (tester) => tester.openTab('Settings') },
  { name: 'form', open: (tester) => tester.openTab('Form') },
  { name: 'shop', open: (tester) => tester.openTab('Shop') },
  {
    name: 'warning',
    open: async (tester) => {
      await tester.sendForm('Identify', { 'Created At': 'the other day' })
      await tester.waitForEntry('identify user-4821')
      await tester.page.getByText('All values').click()
    }
  }
]

test.each(STATES)('is accessible and does not overflow: $name', async ({ name, open }) => {
  const { tester } = suite
  const { page } = tester
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await open(tester)
  for (const [size, width] of [
    ['desktop', 1280],
    ['phone', 380]
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await findAxeViolations(page)).toEqual([])
      await tester.takeScreenshot(`${name.replace(' ', '-')}-${size}-${colorScheme}`)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
})

test('fits on a desktop screen', async () => {
  const { page } = suite.tester
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(800)
})

// Only on request, because pixels differ between machines.
const testPicture = process.env.UPDATE_PICTURE ? test : test.skip
testPicture('takes the screenshot for the README', async () => {
  const { tester } = suite
  await tester.page.emulateMedia({ reducedMotion: 'reduce' })
  await tester.page.setViewportSize({ width: 1180, height: 740 })
  await tester.openMapping('Identify User')
  await tester.send()
  await tester.waitForEntry('identify user-4821')
  await tester.waitForCallback('after_show()')
  mkdirSync('docs', { recursive: true })
  await tester.page.screenshot({ path: 'docs/action-tester.png' })
})
