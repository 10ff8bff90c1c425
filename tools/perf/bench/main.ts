import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../../test/support/chromium-launch'
import unpackChromium from '../../../test/support/chromium-setup'
import { ENOUGH_RUNS, RUNS } from './alternation'
import { oneFile, pageScript, twoFiles } from './builds'
import type { Figure } from './figure'
import { beaconRequest } from './measurements/beacon-request'
import { eventTime } from './measurements/event-time'
import { heapGrowth } from './measurements/heap-growth'
import { loadWork } from './measurements/load-work'
import { performTime } from './measurements/perform-time'
import { replayRate } from './measurements/replay-rate'
import type { OpenPage } from './open-page'
import { machine, printTable, sizesOf, versions } from './report'
import { serveSite, type BenchSite, type Build } from './site'

interface Measurement {
  title: string
  measure: (open: OpenPage, browser: Browser) => Promise<Figure[]>
}

/**
 * In the order of the table. With names on the command line, only these are measured. Results are written only if
 * everything is measured with enough runs.
 */
const MEASUREMENTS: Record<string, Measurement> = {
  events: { title: 'An event through analytics.js', measure: eventTime },
  perform: { title: 'perform alone', measure: performTime },
  beacon: { title: 'From load to the request for the beacon, slow mobile', measure: beaconRequest },
  load: { title: 'The main thread at load', measure: loadWork },
  heap: { title: 'Heap growth over 10,000 events', measure: heapGrowth },
  replay: { title: 'replay', measure: replayRate }
}

const chosen = process.argv.slice(2)
const unknown = chosen.find((name) => !(name in MEASUREMENTS))
if (unknown === undefined) await bench()
else {
  console.error(`Unknown measurement ${unknown}. Use one of ${Object.keys(MEASUREMENTS).join(', ')}`)
  process.exitCode = 2
}

async function bench(): Promise<void> {
  await unpackChromium()
  const builds = await buildAll()
  const site = await serveSite(
    { 'site-page': await pageScript('pages/site-page.ts'), 'perform-page': await pageScript('pages/perform-page.ts') },
    builds
  )
  const browser = await launchChromium()
  try {
    const results = await measureAll(site, browser)
    if (chosen.length > 0 || RUNS < ENOUGH_RUNS) return
    const sizes = sizesOf(builds)
    const report = { measuredAt: new Date(), runs: RUNS, machine, versions: versions(browser), builds: sizes, results }
    writeFileSync(join(import.meta.dirname, 'results.json'), `${JSON.stringify(report, null, 2)}\n`)
  } finally {
    await browser.close()
    site.close()
  }
}

async function measureAll(
  site: BenchSite,
  browser: Browser
): Promise<Record<string, { title: string; figures: Figure[] }>> {
  const open: OpenPage = async (path) => {
    const page = await (await browser.newContext()).newPage()
    await page.goto(`${site.url}/${path}`)
    return page
  }
  const results: Record<string, { title: string; figures: Figure[] }> = {}
  for (const [name, { title, measure }] of Object.entries(MEASUREMENTS)) {
    if (chosen.length > 0 && !chosen.includes(name)) continue
    const figures = await measure(open, browser)
    results[name] = { title, figures }
    printTable(title, figures)
  }
  return results
}

/** Builds this destination in one file and in two, a no-op, and a destination of the usual size. */
async function buildAll(): Promise<Build[]> {
  const libraryName = 'inmomentDestination'
  const usual = 'tools/perf/bench/usual-destination.ts'
  return [
    { name: 'inmoment', libraryName, scripts: await oneFile('src/web.ts', 'inmoment.js') },
    {
      name: 'no-op',
      libraryName: 'noOpDestination',
      scripts: await oneFile('tools/perf/size/no-op-web.ts', 'no-op.js')
    },
    { name: 'two-requests', libraryName, scripts: await twoFiles('src/web.ts', 'inmoment.js') },
    { name: 'usual', libraryName: 'usualDestination', scripts: await twoFiles(usual, 'usual.js') }
  ]
}
