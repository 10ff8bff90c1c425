import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { encodeCase } from '../../tools/cli/mapping-checks/case-url'
import { launchChromium } from '../../tools/perf/chromium-launch'
import { copyProject } from '../support/copy-project'
import { startTester, type RunningTester } from '../support/running-tester'
import { TesterPage } from '../support/tester-page'

const BEACON = 'https://cdn.wootric.com/wootric-sdk.js'

let browser: Browser
let server: RunningTester

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

describe('npm start', () => {
  beforeAll(async () => {
    server = await startTester()
  })
  afterAll(() => server.stop())

  test('serves the action tester with the sandbox beacon', async () => {
    const tester = await TesterPage.open(browser, server.url)
    await tester.waitForLoad()
    await tester.page.getByText('Sandbox beacon').waitFor()
    expect(tester.externalRequests).toEqual([])
    await tester.close()
  })

  test('a URL cannot turn live mode on', async () => {
    const tester = await TesterPage.open(browser, `${server.url}?live=NPS-4aeb53c1`)
    await tester.waitForLoad()
    await tester.page.getByText('Sandbox beacon').waitFor()
    expect(tester.externalRequests).toEqual([])
    await tester.close()
  })

  test('the service worker leaves another project on the same origin alone, and unregisters', async () => {
    const tester = await TesterPage.open(browser, server.url)
    await tester.waitForLoad()
    const other = await tester.context.newPage()
    await tester.context.route('**/other-project', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<title>Other</title>' })
    )
    await tester.context.route('https://api.segment.io/**', (route) => route.fulfill({ json: { fromNetwork: true } }))
    await other.goto(`${server.url}other-project`)
    const answer = await other.evaluate(async () => {
      const response = await fetch('https://api.segment.io/v1/t', { method: 'POST', body: '{}' })
      return (await response.json()) as unknown
    })
    expect(answer).toEqual({ fromNetwork: true })
    await tester.close()
  })
})

describe('a server of its own', () => {
  afterEach(() => server.stop())

  test('a change of a source appears without a restart, and a syntax error shows until it is fixed', async () => {
    const project = copyProject()
    const file = join(project, 'tools/tester/page/App.tsx')
    const source = await readFile(file, 'utf8')
    server = await startTester([], project)
    const tester = await TesterPage.open(browser, server.url)
    await tester.waitForLoad()
    await writeFile(file, source.replace('Sandbox beacon', 'Sandbox beacon (changed)'))
    await tester.page.getByText('Sandbox beacon (changed)').waitFor()

    const overlay = tester.page.locator('vite-error-overlay')
    await writeFile(file, `${source}\nconst broken = {`)
    await overlay.waitFor()
    // File watchers combine changes in quick succession.
    await tester.page.waitForTimeout(500)
    await writeFile(file, source)
    await overlay.waitFor({ state: 'detached' })
    await tester.close()
  })

  test('--live loads the beacon of InMoment, and nothing else leaves the browser', async () => {
    server = await startTester(['--live', 'NPS-4aeb53c1'])
    const tester = await TesterPage.open(browser, server.url)
    await tester.page.getByText('Live beacon').waitFor()
    await tester.page.getByText('the beacon is missing because').first().waitFor()
    expect(new Set(tester.externalRequests)).toEqual(new Set([BEACON]))
    await tester.close()
  })

  test('a link cannot open a case or send an event in live mode', async () => {
    server = await startTester(['--live', 'NPS-4aeb53c1'])
    const url = new URL(server.url)
    url.search = 'ajs_uid=victim&ajs_event=Order%20Completed'
    url.hash = encodeCase({ event: '{"type": "group"}', settings: { accountToken: 'NPS-00000000' } })
    const tester = await TesterPage.open(browser, url.href)
    const message = tester.page.getByRole('alert').filter({ hasText: 'Live mode does not open cases from links' })
    await message.waitFor()
    expect(new URL(tester.page.url()).hash).toBe('')
    await tester.waitForEditor('"identify"')
    await tester.page.getByText('the beacon is missing because').first().waitFor()
    expect(await tester.timelineEntry('Order Completed').count()).toBe(0)
    expect(await tester.page.evaluate(() => window.localStorage.getItem('ajs_user_id'))).not.toContain('victim')
    await tester.openTab('Settings')
    expect(await tester.page.getByLabel('Account Token').inputValue()).toBe('NPS-4aeb53c1')

    await tester.button('Dismiss').click()
    await tester.page.evaluate((hash) => (window.location.hash = hash), url.hash)
    await message.waitFor()
    await tester.close()
  })

  test('a user of the sandbox does not reach live mode, and the state of each mode is separate', async () => {
    server = await startTester()
    const { url } = server
    const { port } = new URL(url)
    const tester = await TesterPage.open(browser, url)
    await tester.waitForLoad()
    await tester.send({ type: 'identify', userId: 'user-of-sandbox', traits: { email: 'ada@example.com' } })
    await tester.waitForEntry('identify user-of-sandbox')
    await tester.waitForCallback('after_show()')
    await tester.survey.getByRole('button', { name: 'Close survey' }).click()
    expect(await tester.page.evaluate(readStoredUsers)).toContain('ada%40example.com')
    await server.stop()

    server = await startTester(['--port', port, '--live', 'NPS-4aeb53c1'])
    await tester.page.goto(url)
    await tester.page.getByText('Live beacon').waitFor()
    await tester.page.getByText('the beacon is missing because').first().waitFor()
    expect(await tester.timelineEntry('identify user-of-sandbox').count()).toBe(0)
    expect(await tester.editor.innerText()).not.toContain('user-of-sandbox')
    expect(await tester.page.evaluate(readStoredUsers)).not.toMatch(/user-of-sandbox|ada(@|%40)example/)
    await tester.close()
  })
})

/** All that is stored for users, apart from the tab's own storage. */
function readStoredUsers(): string {
  return document.cookie + JSON.stringify(window.localStorage)
}
