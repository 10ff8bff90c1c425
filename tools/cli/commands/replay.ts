import { Args, Command, Flags } from '@oclif/core'
import { presetSubscriptions } from '../../../src/preset-subscriptions'
import { findInputFiles, STANDARD_INPUT, streamText, type InputFile } from '../replay/input-files'
import { parseEvent, type RecordedEvent } from '../replay/parse-event'
import { readReplaySettings } from '../replay/replay-settings'
import { Replayer, type ReplayResult } from '../replay/replayer'
import { formatResult, formatSummary } from '../replay/report'
import { createResultFilter } from '../replay/result-filter'
import { splitEvents } from '../replay/split-events'
import { readSubscriptions } from '../replay/subscriptions'
import { SummaryCounter } from '../replay/summary'
import { createColorize } from '../terminal/colors'
import { FOUND_PROBLEMS, UsageError } from '../terminal/errors'
import { print } from '../terminal/output'
import { createProgress } from '../terminal/progress'

export default class Replay extends Command {
  static override summary = 'Run recorded Segment events through the destination, and show what it sends to InMoment.'
  static override description = `Reads JSON lines, a JSON list, or JSON objects that span lines, optionally compressed with gzip (.gz). Each event goes through the mappings and the real destination, with a beacon that only records its commands. Nothing is sent over the network. Each visitor has a separate page, so visitors do not affect each other.

The exit code is 1 if an event is invalid or fails. Warnings do not change it.`
  static override strict = false
  static override args = {
    file: Args.string({
      ignoreStdin: true,
      description: `Files to read, in this order. ${STANDARD_INPUT} is standard input.`
    })
  }
  static override flags = {
    mapping: Flags.string({
      description: 'A JSON file with subscriptions, as Segment’s app stores them. Default: the presets.',
      helpValue: 'FILE'
    }),
    settings: Flags.string({ description: 'The destination’s settings, as JSON or as a file.', helpValue: 'JSON' }),
    only: Flags.string({
      description: 'Show and count only these event types or actions, separated by commas.',
      helpValue: 'NAME',
      multiple: true,
      multipleNonGreedy: true
    }),
    summary: Flags.boolean({ description: 'Print only the summary.' }),
    json: Flags.boolean({ description: 'Print JSON lines, each with a kind: event, invalid or summary.' })
  }
  static override examples = [
    '<%= config.bin %> <%= command.id %> last-week.jsonl.gz --mapping mapping.json --summary',
    '<%= config.bin %> <%= command.id %> tools/tester/example-events.jsonl --only trackEvent',
    'gunzip -c events.gz | <%= config.bin %> <%= command.id %> - --json'
  ]

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Replay)
    const files = await findInputFiles(getFileNames(argv))
    const isShown = createResultFilter(flags.only ?? [])
    const subscriptions = flags.mapping === undefined ? presetSubscriptions() : await readSubscriptions(flags.mapping)
    const replayer = new Replayer(await readReplaySettings(flags.settings), subscriptions, !flags.summary)
    const counter = new SummaryCounter()
    const colorize = createColorize(process.stdout)
    const progress = createProgress(addBytes(files))

    const report = async (place: Place, result: ReplayResult): Promise<void> => {
      if (!isShown(result)) return
      counter.add(result)
      if (flags.summary) return
      progress.clear()
      await print(
        flags.json
          ? `${JSON.stringify({ kind: 'event', ...place, ...result })}\n`
          : formatResult(`${place.file}:${place.line}`, result, colorize)
      )
    }
    const reportInvalid = async (place: Place, reason: string): Promise<void> => {
      counter.addInvalid()
      progress.clear()
      if (flags.json) await print(`${JSON.stringify({ kind: 'invalid', ...place, reason })}\n`)
      else process.stderr.write(`${place.file}:${place.line} ${reason}\n`)
    }

    try {
      for (const file of files) {
        for await (const { line, text } of splitEvents(streamText(file, (bytes) => progress.addBytes(bytes)))) {
          const place = { file: file.name, line }
          const event = tryParseEvent(text)
          if (typeof event === 'string') await reportInvalid(place, event)
          else await report(place, await replayer.replay(event))
          progress.addEvent()
        }
      }
    } finally {
      progress.stop()
    }

    const summary = counter.getSummary()
    await print(flags.json ? `${JSON.stringify({ kind: 'summary', ...summary })}\n` : formatSummary(summary, colorize))
    if (summary.invalidEvents > 0 || Object.keys(summary.errors).length > 0) process.exitCode = FOUND_PROBLEMS
  }
}

interface Place {
  file: string
  line: number
}

/** Returns the event, or the reason why it is invalid. */
function tryParseEvent(text: string): RecordedEvent | string {
  try {
    return parseEvent(text)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function getFileNames(argv: unknown[]): string[] {
  if (argv.length > 0) return argv.map(String)
  if (process.stdin.isTTY) throw new UsageError('no events. Name a file, or pipe events to standard input')
  return [STANDARD_INPUT]
}

/** Returns `undefined` if the size of a file is unknown. */
function addBytes(files: InputFile[]): number | undefined {
  return files.reduce<number | undefined>(
    (total, { bytes }) => (total === undefined || bytes === undefined ? undefined : total + bytes),
    0
  )
}
