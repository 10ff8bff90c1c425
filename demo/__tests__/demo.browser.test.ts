import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { axeViolations } from './support/axe-violations'
import { launchChromium } from '../../src/__tests__/support/chromium-launch'
import type { Browser, BrowserContext, Page } from 'playwright-core'

let server: ChildProcess
let url: string
let browser: Browser
let context: BrowserContext
let page: Page

let written: string[]
let leftTheBrowser: string[]

/** As `npm start` does it, on a port that is free. */
async function startDemo(): Promise<void> {
  server = spawn(process.execPath, ['--import', 'tsx', 'scripts/start.ts', '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  const said: string[] = []
  server.stderr?.on('data', (data) => said.push(String(data)))
  for await (const line of createInterface({ input: server.stdout ?? process.stdin })) {
    said.push(line)
    const address = /http:\/\/localhost:\d+\//.exec(line)?.[0]
    if (address) {
      url = address
      return
    }
  }
  throw new Error(`The demo did not start: ${said.join('\n')}`)
}

async function newPage(): Promise<void> {
  context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  written = []
  leftTheBrowser = []
  context.on('console', (message) => written.push(message.text()))
  context.on('weberror', (webError) => written.push(webError.error().message))
  context.on('requestfinished', async (request) => {
    const local = new URL(request.url()).hostname === 'localhost' || request.url().startsWith('data:')
    const response = await request.response()
    if (!local && !response?.fromServiceWorker()) leftTheBrowser.push(request.url())
  })
  context.on('requestfailed', (request) => leftTheBrowser.push(request.url()))
  page = await context.newPage()
  page.setDefaultTimeout(10_000)
}

async function openPage(): Promise<void> {
  await newPage()
  await page.goto(url)
  await beaconCall("wootric('page') Shop")
}

function beaconCalls(): Promise<string[]> {
  return page.getByRole('region', { name: 'Calls that the beacon got' }).locator('.log-text').allInnerTexts()
}

/** Waits until the newest call is this one. */
async function beaconCall(text: string): Promise<void> {
  const newest = page.getByRole('region', { name: 'Calls that the beacon got' }).getByRole('listitem').first()
  await newest
    .filter({ hasText: text.replace(/ .*/, '') })
    .filter({ hasText: text.replace(/^\S+ /, '') })
    .waitFor()
}

async function callbackTold(text: string): Promise<void> {
  const told = page.getByRole('region', { name: "What the survey's callbacks told" })
  await told.getByRole('listitem').first().filter({ hasText: text }).waitFor()
}

async function setting(key: string): Promise<{ text: string; change: string | null }> {
  const row = page.locator(`[data-setting="${key}"]`).first()
  return { text: await row.locator('div').innerText(), change: await row.getAttribute('data-change') }
}

async function send(call: 'Identify' | 'Track' | 'Page' | 'Group', fields: Record<string, string> = {}): Promise<void> {
  await page.getByRole('tab', { name: call }).click()
  for (const [label, value] of Object.entries(fields)) await page.getByLabel(label, { exact: true }).fill(value)
  await page.getByRole('button', { name: call, exact: true }).click()
}

async function answerSurvey(score: string, comment: string): Promise<void> {
  await page.getByRole('dialog', { name: 'Survey' }).getByRole('button', { name: score, exact: true }).click()
  await page.getByLabel(/main reason/).fill(comment)
  await page.getByRole('button', { name: 'Send' }).click()
}

async function screenshot(name: string): Promise<void> {
  mkdirSync('screenshots', { recursive: true })
  await page.screenshot({ path: `screenshots/demo-${name}.png` })
}

beforeAll(async () => {
  await Promise.all([startDemo(), launchChromium().then((launched) => (browser = launched))])
})

afterAll(async () => {
  await browser.close()
  if (server.exitCode === null && server.kill()) await once(server, 'exit')
})

describe('with the sandbox beacon', () => {
  beforeEach(openPage)

  afterEach(async () => {
    await context.close()
    expect(written).toEqual([])
    expect(leftTheBrowser).toEqual([])
  })

  test('an identified visitor gets the survey, and what is answered comes back through the callbacks', async () => {
    await send('Identify', { Email: 'grace@example.com', 'Created at': '2024-03-01T09:30:00Z' })
    await beaconCall("wootric('run') grace@example.com")
    await callbackTold('after_show()')
    await screenshot('survey')

    await answerSurvey('9', 'The coffee arrives fresh.')
    await callbackTold('after_response(9, "The coffee arrives fresh.")')
    expect(await setting('email')).toEqual({ text: 'email: "grace@example.com"', change: 'added' })
    expect(await setting('created_at')).toEqual({ text: 'created_at: 1709285400', change: 'added' })
    expect(await setting('product_name')).toEqual({ text: 'product_name: "Juniper Coffee"', change: 'same' })
  })

  test('a survey can be declined with the keyboard alone', async () => {
    await send('Identify')
    await callbackTold('after_show()')
    await page.getByRole('dialog', { name: 'Survey' }).getByRole('button', { name: 'Close survey' }).focus()
    await page.keyboard.press('Escape')
    await callbackTold('after_decline()')
    expect(await page.getByRole('dialog', { name: 'Survey' }).count()).toBe(0)
  })

  test('what the shop sells reaches the beacon as track events', async () => {
    await page.getByRole('button', { name: 'Add to cart: Highland Roast' }).click()
    await beaconCall("wootric('run') Product Added")
    await page.getByRole('button', { name: 'Place order' }).click()
    await beaconCall("wootric('run') Order Completed")
    expect(await setting('event_name')).toEqual({
      text: 'event_name: "Order Completed" was "Product Added"',
      change: 'changed'
    })
  })

  test('track, page, group and reset show as calls and as changed settings', async () => {
    await send('Track', { 'Event name': 'Trial Started', 'Track properties (JSON)': '{"plan": "team"}' })
    await beaconCall("wootric('run') Trial Started")
    expect(await setting('plan')).toEqual({ text: 'plan: "team"', change: 'added' })

    await send('Page', { 'Page name': 'Pricing', 'Page properties (JSON)': '{"path": "/pricing"}' })
    await beaconCall("wootric('page') Pricing")
    expect(await setting('path')).toEqual({ text: 'path: "/pricing" was "/"', change: 'changed' })

    await send('Group', { 'Group ID': 'acme', 'Group traits (JSON)': '{"employees": 420}' })
    await beaconCall("wootric('group') acme")
    expect(await setting('employees')).toEqual({ text: 'employees: 420', change: 'added' })

    await send('Identify')
    await beaconCall("wootric('run') ada@example.com")
    await page.locator('.calls .hint').filter({ hasText: 'ada@example.com' }).waitFor()
    await page.getByRole('button', { name: 'Reset' }).click()
    await page.locator('.calls .hint').filter({ hasText: 'Anonymous visitor' }).waitFor()
    expect((await beaconCalls()).length).toBe(5)
  })

  test('broken JSON is named beside its field and sends nothing', async () => {
    await send('Track', { 'Track properties (JSON)': '{"plan": }' })
    await page.getByText('This is not valid JSON').waitFor()
    await page.getByText('Not sent: mend the marked field first.').waitFor()
    expect((await beaconCalls()).length).toBe(1)
  })

  test('what the destination warns about is shown', async () => {
    await send('Identify', { 'Created at': 'the other day' })
    const warnings = page.getByRole('region', { name: 'Warnings of the destination' })
    await warnings.getByRole('listitem').filter({ hasText: 'createdAt' }).waitFor()
  })

  test.each([
    { name: 'desktop', width: 1280, height: 800 },
    { name: 'phone', width: 380, height: 800 }
  ])('on a $name nothing sticks out and axe finds no violation', async ({ name, width, height }) => {
    await page.setViewportSize({ width, height })
    await send('Identify')
    await callbackTold('after_show()')
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      expect(await axeViolations(page)).toEqual([])
      await screenshot(`${name}-${colorScheme}`)
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})

test('with a live token InMoment itself is asked for the beacon, and only that leaves the browser', async () => {
  await newPage()
  await page.goto(`${url}?live=NPS-4aeb53c1`)
  await page.getByText('Live beacon').waitFor()
  // No way leads out of the test's browser, so that it has to fail.
  const warnings = page.getByRole('region', { name: 'Warnings of the destination' })
  await warnings.getByText("InMoment's beacon is not available").first().waitFor()
  await context.close()
  expect(new Set(leftTheBrowser)).toEqual(new Set(['https://cdn.wootric.com/wootric-sdk.js']))
})
