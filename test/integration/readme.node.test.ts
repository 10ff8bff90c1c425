import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { destination } from '../../src'
import type { Goal } from '../../tools/perf/bench/figure'
import goals from '../../tools/perf/bench/goals.json'
import budgets from '../../tools/perf/size/budgets.json'

const root = join(__dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

it('states the size of the bundle', () => {
  const size = gzipSync(readFileSync(join(root, 'dist/web/inmoment.js')), { level: 9 }).length
  const [, stated] = /One file of ([\d.]+) KB gzip/.exec(readme) ?? []
  expect(stated).toBe((size / 1000).toFixed(1))
})

it('states the size budgets', () => {
  expect(rowOf('`dist/web/inmoment.js`')).toContain(`${budgets.bundle.toLocaleString('en')} bytes`)
  expect(rowOf('over a no-op destination with')).toContain(String(budgets.bundleToNoOp))
  expect(rowOf("own chunk in Segment's build")).toContain(`${budgets.segmentChunk.toLocaleString('en')} bytes`)
})

const MEASURED: Record<keyof typeof goals, string> = {
  eventToNoOp: 'an event through analytics.js',
  performToJson: 'over a JSON round trip',
  performGrowth: 'a trait among 10,000',
  roundTripsSaved: 'round trips saved',
  longestStretch: 'longest stretch',
  heapGrowth: 'growth over 10,000 events',
  replayToJson: 'over `JSON.parse` alone'
}

it.each(Object.entries<Goal>(goals))('states the goal %s of the bench', (name, { atMost, atLeast }) => {
  const goal = atMost === undefined ? `at least ${atLeast ?? ''}` : `at most ${atMost}`
  expect(rowOf(MEASURED[name as keyof typeof goals])).toMatch(new RegExp(`\\| ${goal}( [a-z ]+)? +\\|$`))
})

it('names each setting, and each field of each action by its label', () => {
  for (const key of Object.keys(destination.settings ?? {})) expect(readme).toContain(`\`${key}\``)
  for (const { fields } of Object.values(destination.actions)) {
    for (const { label } of Object.values(fields)) expect(readme).toMatch(new RegExp(`^\\| ${label}[ |(]`, 'm'))
  }
})

/** The row of a table that has this text in it. */
function rowOf(text: string): string {
  const row = readme.split('\n').find((line) => line.startsWith('| ') && line.includes(text))
  if (row === undefined) throw new Error(`The README has no row with ${text}`)
  return row
}
