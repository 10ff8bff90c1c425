import { availableParallelism } from 'node:os'
import { Args, Command, Flags } from '@oclif/core'
import { presetSubscriptions } from '../../../src/preset-subscriptions'
import { readMappingInput } from '../mapping-input'
import { compareResults, formatDifference } from '../replay/compare-results'
import { findInputFiles, STANDARD_INPUT, streamText, type InputFile } from '../replay/input-files'
import { mergeSummaries } from '../replay/merge-summaries'
import { PARTITIONS } from '../replay/partitions'
import { replayInOrder, type Place, type PlacedText } from '../replay/replay-in-order'
import { completeSettings, readSettings } from '../replay/replay-settings'
import { formatResult, formatSummary } from '../replay/report'
import { createResultFilter } from '../replay/result-filter'
import { splitEvents } from '../replay/split-events'
import { SummaryCounter, type Summary } from '../replay/summary'
import { startJobs } from '../replay/worker-pool'
import { createColorize } from '../terminal/colors'
import { FOUND_PROBLEMS, UsageError } from '../terminal/errors'
import { print, printError } from '../terminal/output'
import { createProgress, type Progress } from '../terminal/progress'

/** The number of invalid lines that are printed. The others are counted. */
const MAX_INVALID = 20

/** In bytes: starting more threads takes longer than replaying less than this. */
const MIN_PARALLEL_BYTES = 20_000_000

export default class Replay extends Command {
  static override summary = 'Run recorded Segment events through the destination, and show what it sends to InMoment.'
  static override description = `Reads JSON lines, a JSON list, or JSON objects that span lines, optionally compressed with gzip. Each event goes through the mappings and the real destination, with a beacon that only records its commands. Nothing is sent over the network. Each visitor has a separate page, so visitors do not affect each other.

The exit code is 1 if an event is invalid or fails, and with --compare if an event differs. Warnings do not change it.`
  static override strict = false
  static override args = {
    file: Args.string({
      ignoreStdin: true,
      description: `Files, folders and globs to read, in this order. ${STANDARD_INPUT} is standard input.`
    })
  }
  static override flags = {
    mapping: Flags.string({
      description: 'A file with mappings, or a case URL of the action tester. Default: the presets.',
      helpValue: 'FILE'
    }),
    compare: Flags.string({
      description: 'A second file with mappings. Print only events with different results.',
      helpValue: 'FILE',
      exclusive: ['summary', 'merge']
    }),
    settings: Flags.string({ description: 'The destination’s settings, as JSON or as a file.', helpValue: 'JSON' }),
    only: Flags.string({
      description: 'Show and count only these event types or actions, separated by commas.',
      helpValue: 'NAME',
      multiple: true,
      multipleNonGreedy: true
    }),
    summary: Flags.boolean({ description: 'Print only the summary.' }),
    merge: Flags.boolean({ description: 'Merge summaries that --summary --json has printed, instead of events.' }),
    jobs: Flags.integer({ description: 'The number of threads. Default: one per core.', min: 1, max: PARTITIONS }),
    json: Flags.boolean({ description: 'Print JSON lines, each with a kind: event, invalid, difference or summary.' })
  }
  static override examples = [
    '<%= config.bin %> <%= command.id %> last-week.jsonl.gz --mapping mapping.json --summary',
    '<%= config.bin %> <%= command.id %> "events/**/*.gz" --mapping old.json --compare new.json',
    '<%= config.bin %> <%= command.id %> tools/tester/example-events.jsonl --only trackEvent',
    'gunzip -c events.gz | <%= config.bin %> <%= command.id %> - --json'
  ]

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Replay)
    const names = getFileNames(argv)
    const colorize = createColorize(process.stdout)
    if (flags.merge) return printSummary(await mergeSummaries(names), flags.json, colorize)

    const files = await findInputFiles(names)
    const isShown = createResultFilter(flags.only ?? [])
    const input = flags.mapping === undefined ? undefined : await readMappingInput(flags.mapping)
    const compared = flags.compare === undefined ? undefined : await readMappingInput(flags.compare)
    const given = flags.settings === undefined ? {} : await readSettings(flags.settings)
    const subscriptions = input?.subscriptions ?? presetSubscriptions()
    const pool = startJobs(flags.jobs ?? getDefaultJobs(files), {
      settings: completeSettings({ ...input?.settings, ...given }),
      mappings: [subscriptions, ...(compared ? [compared.subscriptions] : [])],
      recordsDetails: !flags.summary
    })
    const counter = new SummaryCounter(subscriptions)
    const progress = createProgress(addBytes(files))
    const printLine = async (json: object, text: () => string): Promise<void> => {
      progress.clear()
      await print(flags.json ? `${JSON.stringify(json)}\n` : text())
    }
    let invalid = 0
    let different = 0
    try {
      for await (const { place, result: jobResult } of replayInOrder(readTexts(files, progress), pool.jobs)) {
        progress.addEvent()
        if ('invalid' in jobResult) {
          counter.addInvalid()
          if (++invalid > MAX_INVALID) continue
          progress.clear()
          if (flags.json) await print(`${JSON.stringify({ kind: 'invalid', ...place, reason: jobResult.invalid })}\n`)
          else printError(`${formatPlace(place)} ${jobResult.invalid}\n`)
          continue
        }
        const [result, other] = jobResult
        if (!result) continue
        if (!isShown(result) && !(other && isShown(other))) continue
        counter.add(result, formatPlace(place))
        if (other) {
          const difference = compareResults(result, other)
          if (!difference) continue
          different++
          await printLine({ kind: 'difference', ...place, ...difference }, () =>
            formatDifference(formatPlace(place), result, difference, colorize)
          )
        } else if (!flags.summary) {
          await printLine({ kind: 'event', ...place, ...result }, () =>
            formatResult(formatPlace(place), result, colorize)
          )
        }
      }
    } finally {
      progress.stop()
      await pool.close()
    }
    if (invalid > MAX_INVALID && !flags.json) printError(`and ${invalid - MAX_INVALID} more invalid events\n`)

    const summary = counter.getSummary()
    if (!compared) return printSummary(summary, flags.json, colorize)
    await print(
      flags.json
        ? `${JSON.stringify({ kind: 'comparison', events: summary.events, different })}\n`
        : `${different} of ${summary.events} events differ\n`
    )
    if (different + invalid > 0) process.exitCode = FOUND_PROBLEMS
  }
}

async function printSummary(
  summary: Summary,
  json: boolean,
  colorize: ReturnType<typeof createColorize>
): Promise<void> {
  await print(json ? `${JSON.stringify({ kind: 'summary', ...summary })}\n` : formatSummary(summary, colorize))
  if (summary.invalidEvents > 0 || summary.errors.length > 0) process.exitCode = FOUND_PROBLEMS
}

async function* readTexts(files: InputFile[], progress: Progress): AsyncGenerator<PlacedText> {
  for (const file of files) {
    for await (const { line, text } of splitEvents(streamText(file, (bytes) => progress.addBytes(bytes)))) {
      yield { text, place: { file: file.name, line } }
    }
  }
}

function formatPlace({ file, line }: Place): string {
  return `${file}:${line}`
}

function getFileNames(argv: unknown[]): string[] {
  if (argv.length > 0) return argv.map(String)
  if (process.stdin.isTTY) throw new UsageError('no events. Name a file, or pipe events to standard input')
  return [STANDARD_INPUT]
}

function getDefaultJobs(files: InputFile[]): number {
  const bytes = addBytes(files)
  return bytes !== undefined && bytes < MIN_PARALLEL_BYTES ? 1 : Math.min(availableParallelism(), PARTITIONS)
}

/** Returns `undefined` if the size of a file is unknown. */
function addBytes(files: InputFile[]): number | undefined {
  return files.reduce<number | undefined>(
    (total, { bytes }) => (total === undefined || bytes === undefined ? undefined : total + bytes),
    0
  )
}
