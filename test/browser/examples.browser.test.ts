import { appendFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../tools/perf/chromium-launch'
import { ACCOUNT_TOKEN } from '../../src/destinations/inmoment/test-support/constants'
import { buildExample, installExamples, openExample } from '../support/examples'
import type { Site, SiteOptions } from '../support/site'
import type { SiteProject } from '../support/site-project'

/** The examples with a build script. */
const BUILT = ['npm', 'configuration-in-code', 'react', 'self-hosted']

const BUNDLE_ON_CDN = 'https://cdn.segment.com/next-integrations/actions/inmoment/inmoment.js'
const TOKEN_IN_CODE = 'NPS-xxxxxxxx'
const ADA = { segment_user_id: 'user-1', email: 'ada@example.com', created_at: 1768435200 }

let project: SiteProject
let browser: Browser
let site: Site

/** Installs, builds and starts everything at once, because most of it waits for other processes. */
beforeAll(async () => {
  project = installExamples()
  const builds = BUILT.map((name) => buildExample(join(project.folder, name)))
  ;[browser] = await Promise.all([launchChromium(), ...builds])
})
afterAll(async () => {
  await browser.close()
  project.remove()
})
afterEach(() => site.close())

async function open(folder: string, options?: SiteOptions): Promise<void> {
  site = await openExample(browser, join(project.folder, folder), options)
}

/** The commands that the beacon has received, each with its event or its page, once there are as many as expected. */
async function expectCommands(commands: string[]): Promise<void> {
  await site.page.waitForFunction(
    (count) => ((window as { beaconCalls?: unknown[] }).beaconCalls?.length ?? 0) >= count,
    commands.length
  )
  const calls = await site.getBeaconCalls()
  expect(
    calls.map(({ command, settings }) => {
      const subject = command === 'page' ? settings.page_info?.path : settings.event_name
      return [command, subject].filter(Boolean).join(' ')
    })
  ).toEqual(commands)
}

async function expectLastSettings(settings: object): Promise<void> {
  expect((await site.getBeaconCalls()).at(-1)?.settings).toMatchObject(settings)
}

it('script-tag: the snippet loads the destination, which requests surveys for the user and the event', async () => {
  await open('script-tag')
  await expectCommands(['page /', 'run'])
  await site.page.getByRole('button').click()
  await expectCommands(['page /', 'run', 'run Order Completed'])
  await expectLastSettings({ account_token: ACCOUNT_TOKEN, ...ADA, properties: { total: 12.5 } })
  expect(site.requests).toContain(BUNDLE_ON_CDN)
  expect(site.problems).toEqual([])
})

it('npm: the settings come from Segment, and the code does not', async () => {
  await open('npm/dist')
  await expectCommands(['run'])
  await site.page.getByRole('button').click()
  await expectCommands(['run', 'run Order Completed'])
  await expectLastSettings({ account_token: ACCOUNT_TOKEN, ...ADA, properties: { total: 12.5 } })
  expect(site.requests).not.toContain(BUNDLE_ON_CDN)
  expect(site.problems).toEqual([])
})

it('configuration-in-code: neither the settings nor the code come from Segment', async () => {
  await open('configuration-in-code/dist', { isInSegment: false })
  await expectCommands(['run'])
  await site.page.getByRole('button').click()
  await expectCommands(['run', 'run Order Completed'])
  await expectLastSettings({ account_token: TOKEN_IN_CODE, ...ADA, properties: { total: 12.5 } })
  expect(site.problems).toEqual([])
})

it('react: one route requests a survey, and only once', async () => {
  await open('react/dist', { isInSegment: false })
  await expectCommands(['page /'])
  const [home, report] = ['Home', 'Report'].map((name) => site.page.getByRole('link', { name }))
  await report?.click()
  await expectCommands(['page /', 'page /report', 'run'])
  await expectLastSettings({
    account_token: TOKEN_IN_CODE,
    ...ADA,
    event_name: null,
    page_info: { path: '/report' },
    properties: { period: 'month' }
  })
  await home?.click()
  await report?.click()
  await site.page.goBack()
  await expectCommands(['page /', 'page /report', 'run', 'page /', 'page /report', 'page /'])
  expect(site.problems.filter((problem) => !problem.includes('React DevTools'))).toEqual([])
})

it('self-hosted: the bundle has the hash in the page, and the mappings in code request a survey', async () => {
  await open('self-hosted/dist', { isInSegment: false })
  await site.page.getByRole('button').click()
  await expectCommands(['run'])
  await expectLastSettings({ account_token: TOKEN_IN_CODE, ...ADA, event_name: null, properties: { total: 12.5 } })
  const integrity = await site.page.evaluate(() => document.querySelector<HTMLScriptElement>('[integrity]')?.integrity)
  expect(integrity).toMatch(/^sha384-[\w+/]{64}$/)
  expect(site.problems).toEqual([])
})

it('self-hosted: a changed bundle does not run, and events reach Segment', async () => {
  const [bundle = ''] = readdirSync(join(project.folder, 'self-hosted/dist')).filter((file) =>
    file.startsWith('inmoment-')
  )
  appendFileSync(join(project.folder, 'self-hosted/dist', bundle), ' ')
  await open('self-hosted/dist', { isInSegment: false })
  await site.page.getByRole('button').click()
  while (!site.segmentRequests.some(({ event }) => event === 'Order Completed')) await site.page.waitForTimeout(20)
  expect(site.requests.filter((url) => url.includes('wootric'))).toEqual([])
  expect(site.problems).toEqual([expect.stringMatching(/^console\.error: .*integrity/)])
})

it('strict-csp: the policy allows the beacon, and blocks other URLs', async () => {
  await open('strict-csp')
  await expectCommands(['page /', 'run'])
  await expectLastSettings({ account_token: ACCOUNT_TOKEN, ...ADA })
  expect(site.problems).toEqual([])

  const addingOtherScript = site.page.evaluate(() => {
    document.createElement('script').src = 'https://other.example/script.js'
  })
  await expect(addingOtherScript).rejects.toThrow('TrustedScriptURL')
})
