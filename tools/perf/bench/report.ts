import { arch, cpus, totalmem, type } from 'node:os'
import type { Browser } from 'playwright-core'
import packageFile from '../../../package.json'
import { gzipSize } from '../size/gzip-size'
import type { Figure, Goal } from './figure'
import type { Build } from './site'

/** The machine of the figures. Compare only ratios with other machines. */
export const machine = {
  system: `${type()} ${arch()}`,
  processor: cpus()[0]?.model,
  cores: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`
}

export function versions(browser: Browser): Record<string, string> {
  const { devDependencies } = packageFile
  return {
    inmoment: packageFile.version,
    node: process.version,
    chromium: browser.version(),
    '@segment/analytics-next': devDependencies['@segment/analytics-next'],
    '@segment/browser-destination-runtime': devDependencies['@segment/browser-destination-runtime'],
    '@segment/actions-core': devDependencies['@segment/actions-core']
  }
}

/** The size of each file of the builds, in bytes after gzip. */
export function sizesOf(builds: Build[]): Record<string, Record<string, number>> {
  return Object.fromEntries(
    builds.map(({ name, scripts }) => [name, Object.fromEntries(scripts.map(([file, code]) => [file, gzipSize(code)]))])
  )
}

/** Prints a line for each figure: the median, the spread and the goal. */
export function printTable(title: string, figures: Figure[]): void {
  console.log(`\n${title}`)
  for (const { name, unit, median, lowest, highest, goal, isMet } of figures) {
    const spread = `${shown(lowest)} – ${shown(highest)}`
    const held = goal ? `  ${isMet ? 'met   ' : 'MISSED'} ${goalText(goal)}` : ''
    console.log(`  ${name.padEnd(58)}${shown(median).padStart(9)} ${unit.padEnd(16)}${spread.padStart(20)}${held}`)
  }
}

function goalText({ atMost, atLeast }: Goal): string {
  return atMost === undefined ? `at least ${atLeast ?? ''}` : `at most ${atMost}`
}

function shown(figure: number): string {
  return figure.toLocaleString('en', { maximumSignificantDigits: 3 })
}
