import { arch, cpus, totalmem, type } from 'node:os'
import type { Browser } from 'playwright-core'
import packageFile from '../../../package.json'
import { getGzipSize } from '../size/gzip-size'
import type { Figure, Goal } from './figure'
import type { Variant } from './site'

/** The machine of the results. Only ratios can be compared with those of another machine. */
export const machine = {
  system: `${type()} ${arch()}`,
  processor: cpus()[0]?.model,
  cores: cpus().length,
  memory: `${Math.round(totalmem() / 2 ** 30)} GiB`
}

export function getVersions(browser: Browser): Record<string, string> {
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

/** Returns the size of each file of each variant, in bytes after gzip. */
export function getFileSizes(variants: Variant[]): Record<string, Record<string, number>> {
  return Object.fromEntries(
    variants.map(({ name, scripts }) => [
      name,
      Object.fromEntries(scripts.map(([file, code]) => [file, getGzipSize(code)]))
    ])
  )
}

/** Prints a line for each figure, with the median, the spread and the goal. */
export function printTable(title: string, figures: Figure[]): void {
  console.log(`\n${title}`)
  for (const { name, unit, median, lowest, highest, goal, isMet } of figures) {
    const spread = `${format(lowest)} – ${format(highest)}`
    const result = goal ? `  ${isMet ? 'met   ' : 'MISSED'} ${formatGoal(goal)}` : ''
    console.log(`  ${name.padEnd(58)}${format(median).padStart(9)} ${unit.padEnd(16)}${spread.padStart(20)}${result}`)
  }
}

function formatGoal({ atMost, atLeast }: Goal): string {
  return atMost === undefined ? `at least ${atLeast ?? ''}` : `at most ${atMost}`
}

function format(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 })
}
