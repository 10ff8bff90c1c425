import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../chromium-launch'
import unpackChromium from '../chromium-setup'
import { MIN_RUNS, RUNS } from './alternate'
import { buildOneFile, buildPageScript, buildTwoFiles } from './builds'
import type { Figure } from './figure'
import { measureBeaconRequest } from './measurements/beacon-request'
import { measureEventTime } from './measurements/event-time'
import { measureHeapGrowth } from './measurements/heap-growth'
import { measureLoadWork } from './measurements/load-work'
import { measurePerformTime } from './measurements/perform-time'
import { measureReplayRate } from './measurements/replay-rate'
import type { OpenPage } from './open-page'
import { getFileSizes, getVersions, machine, printTable } from './report'
import { serveSite, type BenchSite, type Variant } from './site'

interface Measurement {
  title: string
  measure: (open: OpenPage, browser: Browser) => Promise<Figure[]>
}

/**
 * In the order of the output. Names on the command line select measurements. The results are written only if all of
 * them are measured, with enough runs.
 */
const MEASUREMENTS: Record<string, Measurement> = {
  events: { title: 'An event through analytics.js', measure: measureEventTime },
  perform: { title: 'An action without analytics.js', measure: measurePerformTime },
  beacon: {
    title: 'From load to the request for the beacon, on a slow mobile connection',
    measure: measureBeaconRequest
  },
  load: { title: 'The main thread during load', measure: measureLoadWork },
  heap: { title: 'Heap growth over 10,000 events', measure: measureHeapGrowth },
  replay: { title: 'The replay command', measure: measureReplayRate }
}

const selected = process.argv.slice(2)
const unknown = selected.find((name) => !(name in MEASUREMENTS))
if (unknown === undefined) await bench()
else {
  console.error(`Unknown measurement ${unknown}. Use ${Object.keys(MEASUREMENTS).join(', ')}`)
  process.exitCode = 2
}

async function bench(): Promise<void> {
  await unpackChromium()
  const variants = await buildVariants()
  const site = await serveSite(
    {
      'site-page': await buildPageScript('pages/site-page.ts'),
      'perform-page': await buildPageScript('pages/perform-page.ts')
    },
    variants
  )
  const browser = await launchChromium()
  try {
    const results = await measureAll(site, browser)
    if (selected.length > 0 || RUNS < MIN_RUNS) return
    const builds = getFileSizes(variants)
    const report = { measuredAt: new Date(), runs: RUNS, machine, versions: getVersions(browser), builds, results }
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
    if (selected.length > 0 && !selected.includes(name)) continue
    const figures = await measure(open, browser)
    results[name] = { title, figures }
    printTable(title, figures)
  }
  return results
}

/** Builds this destination in one file and in two, a no-op destination, and a typical destination. */
async function buildVariants(): Promise<Variant[]> {
  const libraryName = 'inmomentDestination'
  return [
    { name: 'inmoment', libraryName, scripts: await buildOneFile('src/web.ts', 'inmoment.js') },
    {
      name: 'no-op',
      libraryName: 'noOpDestination',
      scripts: await buildOneFile('tools/perf/size/no-op-web.ts', 'no-op.js')
    },
    { name: 'two-requests', libraryName, scripts: await buildTwoFiles('src/web.ts', 'inmoment.js') },
    {
      name: 'typical',
      libraryName: 'typicalDestination',
      scripts: await buildTwoFiles('tools/perf/bench/typical-destination.ts', 'typical.js')
    }
  ]
}
