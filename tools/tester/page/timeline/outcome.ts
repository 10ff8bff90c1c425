import { destination } from '../../../../src/destinations/inmoment'
import { isObject } from '../../../../src/destinations/inmoment/is-object'
import type { JsonObject } from '../json/json-object'
import { isQueuedWarning } from './queued-warning'
import type { TimelineEntry } from './timeline-entry'

export const OUTCOME_KINDS = [
  { value: 'requested', label: 'Survey requested' },
  { value: 'delivered', label: 'No survey requested' },
  { value: 'unmatched', label: 'No mapping matched' },
  { value: 'queued', label: 'Queued' },
  { value: 'failed', label: 'Failed' },
  { value: 'other', label: 'Other' }
] as const

export type OutcomeKind = (typeof OUTCOME_KINDS)[number]['value']

export interface Outcome {
  kind: OutcomeKind
  text: string
}

/** What became of an entry, as far as the page knows. */
export function getOutcome(entry: TimelineEntry): Outcome {
  const { state, event, isSurveyEvent, mappings, beaconCalls } = entry
  if (isSurveyEvent) return { kind: 'other', text: 'Survey event, sent to Segment only' }
  if (state === 'pending') return { kind: 'other', text: 'Pending' }
  if (state === 'queued') return { kind: 'queued', text: 'Queued: beacon not loaded' }
  if (state === 'unfinished') return { kind: 'other', text: 'Unfinished: the page was closed or reloaded' }

  const failure = findFailure(entry)
  if (failure !== undefined) return { kind: 'failed', text: `Failed: ${failure}` }
  const requests = beaconCalls.filter(({ command }) => command === 'run').length
  if (requests > 0) return { kind: 'requested', text: describeRequests(entry, requests) }
  if (!event) return { kind: 'other', text: 'Done' }

  const isMatched = mappings.some(({ status }) => status === 'matched')
  if (isMatched && isWithheld(event)) {
    return { kind: 'unmatched', text: 'Not delivered: the integrations of the event exclude InMoment' }
  }
  if (!isMatched) return { kind: 'unmatched', text: 'No mapping matched' }
  const dropped = entry.warnings.find(({ text }) => text.includes('dropped the event'))
  if (dropped) return { kind: 'delivered', text: `Dropped: ${getCause(dropped.text)}` }
  return { kind: 'delivered', text: 'Delivered, no survey requested' }
}

/** Whether the event excludes this destination (https://segment.com/docs/connections/spec/common/#integrations). */
export function isWithheld({ integrations }: JsonObject): boolean {
  if (!isObject(integrations)) return false
  const { All: all, [destination.name]: own } = integrations as JsonObject
  return own === undefined || own === null ? all === false : own === false
}

function findFailure({ warnings, mappings, beaconCalls }: TimelineEntry): string | undefined {
  const error = warnings.find(({ level }) => level === 'error')
  if (error) return getCause(error.text)

  const matched = mappings.filter(({ status }) => status === 'matched')
  const isQueued = warnings.some(isQueuedWarning)
  // The destination logs a warning if an event fails that analytics.js has already delivered.
  const late = warnings.filter((warning) => !isQueuedWarning(warning)).at(-1)
  if (isQueued && late && beaconCalls.length < matched.length && !late.text.includes('dropped the event')) {
    return getCause(late.text)
  }
  const broken = matched.length === 0 ? mappings.find(({ status }) => status === 'error') : undefined
  return broken && `${broken.name}: ${broken.reason ?? 'the mapping has an error'}`
}

function describeRequests({ eligibility, isSurveyShown }: TimelineEntry, requests: number): string {
  const text = requests === 1 ? 'Survey requested' : `${requests} surveys requested`
  if (isSurveyShown) return `${text}, shown`
  return eligibility.length === requests && !eligibility.includes(true) ? `${text}, not eligible` : text
}

function getCause(text: string): string {
  return text.replace(/^InMoment: /, '').replace(/^dropped the event because /, '')
}
