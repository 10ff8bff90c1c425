import { mkdirSync } from 'node:fs'
import { findAxeViolations } from '../support/axe-violations'
import type { TesterPage } from '../support/tester-page'
import { useTester } from '../support/tester-suite'

const suite = useTester()

const STATES: { name: string; open: (tester: TesterPage) => Promise<unknown> }[] = [
  { name: 'preview', open: (tester) => tester.writeEvent({ type: 'track', event: 'Trial Started' }) },
  { name: 'invalid event', open: (tester) => tester.writeEvent('{"type": ') },
  {
    name: 'long event',
    open: (tester) =>
      tester.writeEvent(
        JSON.stringify({ type: 'track', event: 'Long', properties: Array.from({ length: 99 }) }, null, 2)
      )
  },
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
  {
    name: 'sequence',
    open: async (tester) => {
      await tester.openTab('Sequence')
      await tester.page.getByLabel('Events', { exact: true }).fill("analytics.identify('user-7')\nanalytics.page()")
      await tester.page.getByText('0 of 2 sent').waitFor()
    }
  },
  {
    name: 'examples',
    open: (tester) => tester.button('Choose an example').click()
  },
  {
    name: 'saved cases',
    open: async (tester) => {
      await tester.button('Saved cases').click()
      await tester.page.getByLabel('Name of the case').fill('Group of the demo')
      await tester.button('Save').click()
    }
  },
  {
    name: 'reasons',
    open: async (tester) => {
      await tester.page.getByLabel('Eligibility').selectOption('Registered events only')
      await tester.send({ type: 'track', event: 'Trial Started', userId: 'user-9' })
      const entry = await tester.waitForEntry('track Trial Started')
      await entry.getByText('Why is there no survey?').click()
      await tester.openMapping('Track Event')
      await tester.button('Remove mapping').click()
    }
  },
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
  // Each width once, and each color scheme twice. Contrast does not depend on the width.
  for (const [size, width, colorScheme] of [
    ['wide', 1920, 'light'],
    ['desktop', 1280, 'dark'],
    ['tablet', 760, 'light'],
    ['phone', 320, 'dark']
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    expect(await findAxeViolations(page)).toEqual([])
    await tester.takeScreenshot(`${name.replace(' ', '-')}-${size}-${colorScheme}`)
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
