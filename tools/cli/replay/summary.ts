import type { Subscription } from '@segment/browser-destination-runtime/types'
import { BoundedCounts, type Count } from './bounded-counts'
import { DistinctCounter } from './distinct-counter'
import type { ReplayResult, ReplayWarning } from './replayer'
import { getVisitorId } from './visitor-cache'

/** The summary of a replay as JSON. Summaries of parts of a recording can be merged. */
export interface Summary {
  version: 1
  events: number
  byType: Count[]
  /** Events that no mapping matched, by type and name. */
  unmatched: Count[]
  /** Events whose `integrations` exclude InMoment. */
  excluded: number
  mappings: MappingSummary[]
  /** Events for which several mappings request a survey, by the names of these mappings. */
  doubleRequests: Count[]
  /** The event names of survey requests. Each has to be registered in InMoment. */
  eventNames: Count[]
  warnings: Example[]
  errors: Example[]
  invalidEvents: number
}

export interface MappingSummary {
  name: string
  action: string
  matched: number
  surveyRequests: number
  withoutEmail: number
  /** Distinct visitors: an estimate with an error of about 1.6 %, and the encoded counter. */
  visitors: number
  visitorCounter: string
  eventNames: Count[]
}

/** A warning or an error with its count, and the place of the first one. */
export type Example = [kind: string, count: number, place: string]

interface MappingCounts extends Pick<
  MappingSummary,
  'name' | 'action' | 'matched' | 'surveyRequests' | 'withoutEmail'
> {
  visitors: DistinctCounter
  eventNames: BoundedCounts
}

/** Counts the results of a replay, in bounded memory. */
export class SummaryCounter {
  private events = 0
  private excluded = 0
  private invalidEvents = 0
  private readonly types = new BoundedCounts()
  private readonly unmatched = new BoundedCounts()
  private readonly doubleRequests = new BoundedCounts()
  private readonly eventNames = new BoundedCounts()
  private readonly warnings = new Examples()
  private readonly errors = new Examples()
  private readonly mappings = new Map<string, MappingCounts>()

  /** Mappings that match no event are part of the summary too. */
  constructor(subscriptions: readonly Subscription[]) {
    for (const { name, enabled, partnerAction } of subscriptions) if (enabled) this.getMapping(name, partnerAction)
  }

  /** Adds a result. `place` is the file and the line of its event. */
  add(result: ReplayResult, place: string): void {
    const { type, name = '', matched, warnings, errors, excluded } = result
    this.events++
    this.types.add(type)
    if (excluded) this.excluded++
    else if (matched.length === 0) this.unmatched.add(`${type} ${name}`.trim())
    const visitor = getVisitorId(result)
    for (const { subscription, action, request } of matched) {
      const mapping = this.getMapping(subscription, action)
      mapping.matched++
      if (visitor !== undefined) mapping.visitors.add(visitor)
      if (name) mapping.eventNames.add(name)
      if (!request) continue
      mapping.surveyRequests++
      if (!request.hasEmail) mapping.withoutEmail++
      if (request.eventName !== undefined) this.eventNames.add(request.eventName)
    }
    const requests = matched.filter(({ request }) => request)
    if (requests.length > 1) this.doubleRequests.add(requests.map(({ subscription }) => subscription).join(' + '))
    for (const warning of warnings) this.warnings.add(formatWarning(warning), place)
    for (const error of errors) this.errors.add(error, place)
  }

  addInvalid(): void {
    this.invalidEvents++
  }

  /** Adds the summary of another part of the recording. */
  merge(summary: Summary): void {
    this.events += summary.events
    this.excluded += summary.excluded
    this.invalidEvents += summary.invalidEvents
    this.types.merge(summary.byType)
    this.unmatched.merge(summary.unmatched)
    this.doubleRequests.merge(summary.doubleRequests)
    this.eventNames.merge(summary.eventNames)
    this.warnings.merge(summary.warnings)
    this.errors.merge(summary.errors)
    for (const {
      name,
      action,
      matched,
      surveyRequests,
      withoutEmail,
      visitorCounter,
      eventNames
    } of summary.mappings) {
      const mapping = this.getMapping(name, action)
      mapping.matched += matched
      mapping.surveyRequests += surveyRequests
      mapping.withoutEmail += withoutEmail
      mapping.visitors.merge(new DistinctCounter(visitorCounter))
      mapping.eventNames.merge(eventNames)
    }
  }

  getSummary(): Summary {
    return {
      version: 1,
      events: this.events,
      byType: this.types.toEntries(),
      unmatched: this.unmatched.toEntries(),
      excluded: this.excluded,
      mappings: [...this.mappings.values()].map(({ visitors, eventNames, ...counts }) => ({
        ...counts,
        visitors: visitors.estimate(),
        visitorCounter: visitors.encode(),
        eventNames: eventNames.toEntries()
      })),
      doubleRequests: this.doubleRequests.toEntries(),
      eventNames: this.eventNames.toEntries(),
      warnings: this.warnings.toEntries(),
      errors: this.errors.toEntries(),
      invalidEvents: this.invalidEvents
    }
  }

  private getMapping(name: string, action: string): MappingCounts {
    const key = JSON.stringify([name, action])
    const mapping = this.mappings.get(key) ?? {
      name,
      action,
      matched: 0,
      surveyRequests: 0,
      withoutEmail: 0,
      visitors: new DistinctCounter(),
      eventNames: new BoundedCounts()
    }
    this.mappings.set(key, mapping)
    return mapping
  }
}

/** Counts by kind, with the place of the first of each kind. */
class Examples {
  private readonly counts = new BoundedCounts()
  private readonly places = new Map<string, string>()

  add(kind: string, place: string, count = 1): void {
    this.counts.add(kind, count)
    if (!this.places.has(kind) && this.places.size < 1_000) this.places.set(kind, place)
  }

  merge(examples: readonly Example[]): void {
    for (const [kind, count, place] of examples) this.add(kind, place, count)
  }

  toEntries(): Example[] {
    return this.counts.toEntries().map(([kind, count]) => [kind, count, this.places.get(kind) ?? ''])
  }
}

/** Names the field, not the property in it, because the number of properties is unlimited. */
function formatWarning({ name, problem }: ReplayWarning): string {
  const [field = name] = name.split('.')
  return `${field}${field === name ? '' : '.…'} ${problem}`.trim()
}
