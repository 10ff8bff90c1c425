import { Context } from '@segment/analytics-next'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../src/destinations/inmoment'
import type { Settings } from '../../../src/destinations/inmoment/generated-types'
import { ActionRecorder, type Invocation } from './action-recorder'
import { findFailedMappings } from './failed-mappings'
import { createActionMatcher } from './matching-actions'
import type { EventType, RecordedEvent } from './parse-event'
import { partitionOf } from './partitions'
import { VisitorCache } from './visitor-cache'

export interface ReplayWarning {
  /** The field, setting or property. */
  name: string
  problem: string
}

export interface ReplayResult {
  type: EventType
  /** The name of the event or the page. */
  name?: string
  userId?: string | null
  anonymousId?: string | null
  matched: Invocation[]
  warnings: ReplayWarning[]
  errors: string[]
  /** Whether the event's `integrations` exclude InMoment. */
  excluded: boolean
}

/** Runs recorded events through the real destination, one after the other. */
export class Replayer {
  private readonly recorder: ActionRecorder
  private readonly visitors = new Map<number, VisitorCache>()
  private readonly getMatchingActions: (event: RecordedEvent) => Set<string>

  constructor(
    private readonly settings: Settings,
    private readonly subscriptions: Subscription[],
    recordsDetails: boolean
  ) {
    this.recorder = new ActionRecorder(subscriptions, recordsDetails)
    this.getMatchingActions = createActionMatcher(subscriptions)
  }

  /** Replays an event of this length in characters. */
  async replay(event: RecordedEvent, length: number): Promise<ReplayResult> {
    const context = new Context(event)
    const excluded = isExcluded(event)
    const errors = excluded ? [] : await this.deliver(event, context, length)
    const performed = this.recorder.takeInvocations()
    // If a mapping fails before its action runs, the runtime's error does not name the mapping.
    const failed = errors.length > 0 ? findFailedMappings(event, this.subscriptions, performed) : []
    const matched = [...performed, ...failed]
    return {
      type: event.type,
      name: event.event ?? event.name ?? undefined,
      userId: event.userId,
      anonymousId: event.anonymousId,
      matched,
      warnings: getWarnings(context),
      errors: [...(failed.length > 0 ? [] : errors), ...matched.flatMap(({ error }) => error ?? [])],
      excluded
    }
  }

  private async deliver(event: RecordedEvent, context: Context, length: number): Promise<string[]> {
    const visitors = this.getVisitors(partitionOf(event))
    const visitor = await visitors.get(event)
    const errors = await visitor.deliver(event, context, this.getMatchingActions(event))
    visitors.keep(visitor, event, length)
    return errors
  }

  private getVisitors(partition: number): VisitorCache {
    const { settings, subscriptions, recorder } = this
    const visitors = this.visitors.get(partition) ?? new VisitorCache({ settings, subscriptions, recorder })
    this.visitors.set(partition, visitors)
    return visitors
  }
}

/**
 * Like analytics.js, the destination's own entry takes precedence over `All`:
 * https://segment.com/docs/connections/sources/catalog/libraries/website/javascript/#managing-data-flow-with-the-integrations-object
 */
function isExcluded({ integrations }: RecordedEvent): boolean {
  return (integrations?.[destination.name] ?? integrations?.All) === false
}

function getWarnings(context: Context): ReplayWarning[] {
  return context.logs().flatMap(({ level, message, extras }) => {
    if (level !== 'warn') return []
    const { name = message, problem = '' } = (extras ?? {}) as Partial<ReplayWarning>
    return [{ name, problem }]
  })
}
