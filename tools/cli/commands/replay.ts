import { Args, Command, Flags } from '@oclif/core'
import { presetSubscriptions } from '../../../src/preset-subscriptions'
import { recordedEvent, type RecordedEvent } from '../replay/recorded-event'
import { recordedTexts } from '../replay/recorded-texts'
import { recordings, STANDARD_INPUT, textOf, type Recording } from '../replay/recording'
import { replaySettings } from '../replay/replay-settings'
import { Replayer, type Outcome } from '../replay/replayer'
import { outcomeText, summaryText } from '../replay/report'
import { selectionOf } from '../replay/selection'
import { subscriptionsIn } from '../replay/subscriptions'
import { Summing } from '../replay/summary'
import { FOUND_PROBLEMS, UsageError } from '../terminal/errors'
import { print } from '../terminal/output'
import { paintFor } from '../terminal/paint'
import { progressOf } from '../terminal/progress'

export default class Replay extends Command {
  static override summary = 'Run recorded Segment events through the destination, and show what InMoment would get.'
  static override description = `Reads JSON lines, plain or packed with gzip (.gz), a JSON list, or events written over several lines, and runs each through the mappings and the destination itself, with a beacon that only takes notes. Nothing leaves this machine. Each visitor has a page of their own, so that no event depends on another visitor's.

Ends with 1 where a line was broken or an event failed; warnings alone are no failure.`
  static override strict = false
  static override args = {
    file: Args.string({
      ignoreStdin: true,
      description: `Files to read, one after the other; ${STANDARD_INPUT} is the standard input.`
    })
  }
  static override flags = {
    mapping: Flags.string({
      description: 'A JSON file with subscriptions as Segment’s app stores them, in place of the presets.',
      helpValue: 'FILE'
    }),
    settings: Flags.string({ description: 'Settings of the destination, as JSON or in a file.', helpValue: 'JSON' }),
    only: Flags.string({
      description: 'Show and count only these event types or actions; more with commas.',
      helpValue: 'NAME',
      multiple: true,
      multipleNonGreedy: true
    }),
    summary: Flags.boolean({ description: 'Print the summary alone.' }),
    json: Flags.boolean({ description: 'Print JSON lines, each with a kind: event, broken or summary.' })
  }
  static override examples = [
    '<%= config.bin %> <%= command.id %> last-week.jsonl.gz --mapping mapping.json --summary',
    '<%= config.bin %> <%= command.id %> tools/tester/example-events.jsonl --only trackEvent',
    'gunzip -c events.gz | <%= config.bin %> <%= command.id %> - --json'
  ]

  async run(): Promise<void> {
    const { flags, argv } = await this.parse(Replay)
    const files = await recordings(namesOf(argv))
    const isShown = selectionOf(flags.only ?? [])
    const subscriptions = flags.mapping === undefined ? presetSubscriptions() : await subscriptionsIn(flags.mapping)
    const replayer = new Replayer(await replaySettings(flags.settings), subscriptions, !flags.summary)
    const summing = new Summing()
    const paint = paintFor(process.stdout)
    const progress = progressOf(totalBytes(files))

    const tell = async (place: Place, outcome: Outcome): Promise<void> => {
      if (!isShown(outcome)) return
      summing.add(outcome)
      if (flags.summary) return
      progress.clear()
      await print(
        flags.json
          ? `${JSON.stringify({ kind: 'event', ...place, ...outcome })}\n`
          : outcomeText(`${place.file}:${place.line}`, outcome, paint)
      )
    }
    const tellBroken = async (place: Place, reason: string): Promise<void> => {
      summing.brokenLines++
      progress.clear()
      if (flags.json) await print(`${JSON.stringify({ kind: 'broken', ...place, reason })}\n`)
      else process.stderr.write(`${place.file}:${place.line} ${reason}\n`)
    }

    try {
      for (const file of files) {
        for await (const { line, text } of recordedTexts(textOf(file, (bytes) => progress.read(bytes)))) {
          const place = { file: file.name, line }
          const event = eventIn(text)
          if (typeof event === 'string') await tellBroken(place, event)
          else await tell(place, await replayer.replay(event))
          progress.count()
        }
      }
    } finally {
      progress.stop()
    }

    const summary = summing.total()
    await print(flags.json ? `${JSON.stringify({ kind: 'summary', ...summary })}\n` : summaryText(summary, paint))
    if (summary.brokenLines > 0 || Object.keys(summary.errors).length > 0) process.exitCode = FOUND_PROBLEMS
  }
}

interface Place {
  file: string
  line: number
}

/** The event, or why the text holds none. */
function eventIn(text: string): RecordedEvent | string {
  try {
    return recordedEvent(text)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function namesOf(argv: unknown[]): string[] {
  if (argv.length > 0) return argv.map(String)
  if (process.stdin.isTTY) throw new UsageError('name a file, or give events to the standard input')
  return [STANDARD_INPUT]
}

/** Nothing where the size of one is not known. */
function totalBytes(files: Recording[]): number | undefined {
  return files.reduce<number | undefined>(
    (total, { bytes }) => (total === undefined || bytes === undefined ? undefined : total + bytes),
    0
  )
}
