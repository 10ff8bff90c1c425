import type { Subscription } from '@segment/browser-destination-runtime/types'
import type { Settings } from '../../../src/destinations/inmoment/generated-types'
import { parseEvent, type RecordedEvent } from './parse-event'
import { Replayer, type ReplayResult } from './replayer'

export interface JobOptions {
  settings: Settings
  /** One list of mappings, or two to compare. */
  mappings: Subscription[][]
  recordsDetails: boolean
}

/** One result per list of mappings, or the reason why a text is not an event. */
export type JobResult = ReplayResult[] | { invalid: string }

/** Replays the texts of events. */
export type ReplayTexts = (texts: string[]) => Promise<JobResult[]>

/** Creates a job that replays events in this thread. */
export function createJob({ settings, mappings, recordsDetails }: JobOptions): ReplayTexts {
  const replayers = mappings.map((subscriptions) => new Replayer(settings, subscriptions, recordsDetails))
  const replay = async (text: string): Promise<JobResult> => {
    const results: ReplayResult[] = []
    for (const replayer of replayers) {
      // Parsed for each, because mappings can change the event.
      const event = tryParseEvent(text)
      if ('invalid' in event) return event
      results.push(await replayer.replay(event, text.length))
    }
    return results
  }
  return async (texts) => {
    const results: JobResult[] = []
    for (const text of texts) results.push(await replay(text))
    return results
  }
}

function tryParseEvent(text: string): RecordedEvent | { invalid: string } {
  try {
    return parseEvent(text)
  } catch (error) {
    return { invalid: error instanceof Error ? error.message : String(error) }
  }
}
