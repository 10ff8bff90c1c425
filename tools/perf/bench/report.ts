import { arch, cpus, totalmem, type } from 'node:os'
import type { Browser } from 'playwright-core'
import packageFile from '../../../package.json'
import { gzipSize } from '../size/gzip-size'
import type { Figure, Goal } from './figure'
import type { Contender } from './site'

/** Where the figures come from: ratios alone can be compared with those of another machine. */
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

/** What each file of the contenders weighs, in bytes after gzip. */
export function sizesOf(contenders: Contender[]): Record<string, Record<string, number>> {
  return Object.fromEntries(
    contenders.map(({ name, scripts }) => [
      name,
      Object.fromEntries(scripts.map(([file, code]) => [file, gzipSize(code)]))
    ])
  )
}

/** A line a figure: the median, the spread, and the goal where there is one. */
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
