import type { Subscription } from '@segment/browser-destination-runtime/types'
import type { Settings } from '../../../src/destinations/inmoment/generated-types'
import { parseEvent } from './parse-event'
import { Replayer, type ReplayResult } from './replayer'

export interface JobOptions {
  settings: Settings
  /** One list of mappings, or two to compare. */
  mappings: Subscription[][]
  recordsSettings: boolean
}

/** Replays the texts of events. Each gives one result per list of mappings. */
export type ReplayTexts = (texts: string[]) => Promise<ReplayResult[][]>

/** Creates a job that replays events in this thread. */
export function createJob({ settings, mappings, recordsSettings }: JobOptions): ReplayTexts {
  const replayers = mappings.map((subscriptions) => new Replayer(settings, subscriptions, recordsSettings))
  return async (texts) => {
    const results: ReplayResult[][] = []
    for (const text of texts) {
      const resultsOfEvent: ReplayResult[] = []
      // Parsed for each, because mappings can change the event.
      for (const replayer of replayers) {
        const result = await replayer.replay(parseEvent(text), text.length)
        resultsOfEvent.push(recordsSettings ? result : withoutPayloads(result))
      }
      results.push(resultsOfEvent)
    }
    return results
  }
}

/** The summary does not need payloads, and copying them between threads takes time. */
function withoutPayloads(result: ReplayResult): ReplayResult {
  return { ...result, matched: result.matched.map((invocation) => ({ ...invocation, payload: undefined })) }
}
