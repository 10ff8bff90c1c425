import { devDependencies } from '../../package.json'
import type { Figure } from '../perf/bench/figure'
import bench from '../perf/bench/results.json'
import budgets from '../perf/size/budgets.json'
import { measureSizes } from '../perf/size/sizes'
import { actionSections, fieldTables, presetsTable, settingsTable } from './definition'
import { table } from './markers'

/** The facts that documents state, by name. Sizes are those of a fresh build. */
export async function facts(): Promise<Map<string, string>> {
  const sizes = await measureSizes()
  return new Map([
    ['bundle-size', `${(sizes.bundle / 1000).toFixed(1)} KB`],
    ['segment-entry', kilobytes(sizes.segmentChunk)],
    ['segment-no-op-entry', kilobytes(sizes.segmentNoOp)],
    ['segment-shared-chunk', kilobytes(sizes.segmentShared)],
    ['ratio-to-stand-ins', (sizes.bundle / sizes.leanNoOp).toFixed(1)],
    ['react-native-client', devDependencies['@segment/analytics-react-native']],
    ['react-native-sovran', devDependencies['@segment/sovran-react-native']],
    ['settings', settingsTable()],
    ['presets', presetsTable()],
    ['actions', actionSections()],
    ...fieldTables(),
    [
      'sizes',
      table(
        ['Size after gzip', 'Now', 'Budget'],
        [
          ['`dist/web/inmoment.js`', kilobytes(sizes.bundle), kilobytes(budgets.bundle)],
          [
            "the same, over a no-op destination with Segment's published runtime",
            sizes.bundleToNoOp.toFixed(2),
            String(budgets.bundleToNoOp)
          ],
          [
            "the destination's own chunk in Segment's build",
            kilobytes(sizes.segmentChunk),
            kilobytes(budgets.segmentChunk)
          ]
        ]
      )
    ],
    ['bench', benchTable()],
    ['bench-machine', benchMachine()]
  ])
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} KB`
}

/** Each figure of the last bench that has a goal, with the goal it was compared with. */
function benchTable(): string {
  const results: { figures: Figure[] }[] = Object.values(bench.results)
  const rows = results.flatMap(({ figures }) => figures.flatMap(benchRow))
  return table(['Measurement', 'Goal', 'Median', 'Spread', 'Goal met'], rows)
}

function benchRow({ name, unit, median, lowest, highest, goal, isMet }: Figure): string[][] {
  if (!goal) return []
  const bound = goal.atMost === undefined ? `at least ${goal.atLeast ?? ''}` : `at most ${goal.atMost}`
  const measured = unit === 'ratio' ? '' : ` ${unit}`
  const spread = `${short(lowest)} to ${short(highest)}`
  return [[name, bound + measured, short(median) + measured, spread, isMet ? 'yes' : '**no**']]
}

function short(value: number): string {
  return value.toLocaleString('en', { maximumSignificantDigits: 3 })
}

function benchMachine(): string {
  const { machine, measuredAt, runs, versions } = bench
  return `${machine.system}, ${machine.processor}, ${machine.cores} cores, Chromium ${versions.chromium}, ${runs} runs, on ${measuredAt.slice(0, 10)}`
}
