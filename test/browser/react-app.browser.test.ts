import { execFileSync } from 'node:child_process'
import { copyFileSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { BEACON_URL } from '../../src/destinations/inmoment/wootric/script'
import { launchChromium } from '../../tools/perf/chromium-launch'
import { SiteProject } from '../package/support/site-project'
import { ROOT } from '../support/run'
import { openSite, serveScript, SITE_URL, type Site } from '../support/site'

const APP = 'react-app.tsx'

let project: SiteProject
let browser: Browser
let site: Site

beforeAll(async () => {
  project = new SiteProject(['@segment/analytics-next', 'react', 'react-dom', 'wouter'])
  copyFileSync(join(__dirname, '../package/apps', APP), join(project.folder, APP))
  project.write(
    'vite.config.mjs',
    `export default {
      logLevel: 'warn',
      build: { minify: false, rolldownOptions: { input: '${APP}', output: { entryFileNames: 'app.js', codeSplitting: false } } }
    }`
  )
  execFileSync(process.execPath, [join(ROOT, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: project.folder,
    // StrictMode runs effects twice only in development.
    env: { ...process.env, NODE_ENV: 'development' }
  })
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  project.remove()
})
afterEach(() => site.close())

async function openApp(): Promise<void> {
  const script = readFileSync(join(project.folder, 'dist/app.js'), 'utf8')
  site = await openSite(browser, {
    html: '<!doctype html><title>App</title><div id="root"></div><script type="module" src="/app.js"></script>',
    prepare: async (page) => {
      await page.route(`${SITE_URL}app.js`, serveScript(script))
    }
  })
}

/** The paths of the page views that the beacon received, and of those for which it was asked for a survey. */
async function getViews(): Promise<{ views: unknown[]; requests: unknown[] }> {
  const calls = await site.getBeaconCalls()
  const getPaths = (name: string) =>
    calls.filter(({ command }) => command === name).map(({ settings }) => settings.page_info?.path)
  return { views: getPaths('page'), requests: getPaths('run') }
}

it('requests one survey for each page view of a React app in StrictMode, and loads one beacon', async () => {
  await openApp()
  await site.page.waitForFunction('window.beaconCalls?.length >= 2')
  await site.page.getByRole('link', { name: 'Pricing' }).click()
  await site.page.getByRole('heading', { name: 'Pricing' }).waitFor()
  await site.page.waitForFunction('window.beaconCalls.length >= 4')
  await site.page.goBack()
  await site.page.getByRole('heading', { name: 'Welcome' }).waitFor()
  await site.page.waitForFunction('window.beaconCalls.length >= 6')
  expect(await getViews()).toEqual({ views: ['/', '/pricing', '/'], requests: ['/', '/pricing', '/'] })
  expect(site.requests.filter((url) => url === BEACON_URL)).toHaveLength(1)
  expect(site.problems.filter((problem) => !problem.includes('React DevTools'))).toEqual([])
})
