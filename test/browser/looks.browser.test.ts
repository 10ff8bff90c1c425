import { mkdirSync } from 'node:fs'
import { axeViolations } from '../support/axe-violations'
import { useTester } from '../support/tester-suite'
import type { TesterPage } from '../support/tester-page'

const suite = useTester()

const STATES: { name: string; reach: (tester: TesterPage) => Promise<unknown> }[] = [
  { name: 'written', reach: (tester) => tester.writeEvent({ type: 'track', event: 'Trial Started' }) },
  { name: 'broken event', reach: (tester) => tester.writeEvent('{"type": ') },
  {
    name: 'survey',
    reach: async (tester) => {
      await tester.send()
      await tester.sent('identify user-4821')
      await tester.callbackTold('after_show()')
    }
  },
  {
    name: 'mapping',
    reach: async (tester) => {
      await tester.openMapping('Track Event')
      await tester.page.getByLabel(/^Event Name required/).selectOption('JSON')
      await tester.page.getByLabel('Trigger (FQL)').fill('type = ')
    }
  },
  { name: 'settings', reach: (tester) => tester.tab('Settings') },
  { name: 'form', reach: (tester) => tester.tab('Form') },
  { name: 'shop', reach: (tester) => tester.tab('Shop') },
  {
    name: 'warning',
    reach: async (tester) => {
      await tester.call('Identify', { 'Created at': 'the other day' })
      await tester.sent('identify user-4821')
      await tester.page.getByText('All of it').click()
    }
  }
]

test.each(STATES)('nothing sticks out and axe finds no violation: $name', async ({ name, reach }) => {
  const { tester } = suite
  const { page } = tester
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await reach(tester)
  for (const [size, width] of [
    ['desktop', 1280],
    ['phone', 380]
  ] as const) {
    await page.setViewportSize({ width, height: 800 })
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await axeViolations(page)).toEqual([])
      await tester.screenshot(`${name.replace(' ', '-')}-${size}-${colorScheme}`)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  }
})

test('on a desktop the page itself does not scroll', async () => {
  const { page } = suite.tester
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(800)
})

// The picture of the README, made only when it is asked for: its pixels differ from machine to machine.
const testPicture = process.env.UPDATE_PICTURE ? test : test.skip
testPicture('the picture of the README is of this page', async () => {
  const { tester } = suite
  await tester.page.emulateMedia({ reducedMotion: 'reduce' })
  await tester.page.setViewportSize({ width: 1180, height: 740 })
  await tester.openMapping('Identify User')
  await tester.send()
  await tester.sent('identify user-4821')
  await tester.callbackTold('after_show()')
  mkdirSync('docs', { recursive: true })
  await tester.page.screenshot({ path: 'docs/action-tester.png' })
})
