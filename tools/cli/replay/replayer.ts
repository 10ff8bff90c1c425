import { Context } from '@segment/analytics-next'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../src/destinations/inmoment'
import type { Settings } from '../../../src/destinations/inmoment/generated-types'
import { concernedActions } from './concerned-actions'
import { failedMappings } from './failed-mappings'
import { Observer, type Invocation } from './observer'
import type { EventType, RecordedEvent } from './recorded-event'
import { Visitors } from './visitors'

export interface ReplayWarning {
  /** The field, setting or property. */
  name: string
  problem: string
}

/** What came of one event. */
export interface Outcome {
  type: EventType
  /** The event's name, or the page's. */
  name?: string
  userId?: string | null
  anonymousId?: string | null
  matched: Invocation[]
  warnings: ReplayWarning[]
  errors: string[]
  /** The event's own integrations keep it from InMoment. */
  keptAway: boolean
}

/** Runs recorded events through the destination itself, one after the other. */
export class Replayer {
  private readonly observer: Observer
  private readonly visitors: Visitors
  private readonly concerned: (event: RecordedEvent) => Set<string>

  constructor(
    settings: Settings,
    private readonly subscriptions: Subscription[],
    withSettings: boolean
  ) {
    this.observer = new Observer(subscriptions, withSettings)
    this.concerned = concernedActions(subscriptions)
    this.visitors = new Visitors({ settings, subscriptions, observer: this.observer })
  }

  async replay(event: RecordedEvent): Promise<Outcome> {
    const context = new Context(event)
    const keptAway = isKeptAway(event)
    const errors = keptAway ? [] : await (await this.visitors.of(event)).deliver(event, context, this.concerned(event))
    const performed = this.observer.take()
    // What failed before the action could be performed is told by the runtime alone, without a word of the mapping.
    const failed = errors.length > 0 ? failedMappings(event, this.subscriptions, performed) : []
    const matched = [...performed, ...failed]
    return {
      type: event.type,
      name: event.event ?? event.name ?? undefined,
      userId: event.userId,
      anonymousId: event.anonymousId,
      matched,
      warnings: warningsOf(context),
      errors: [...(failed.length > 0 ? [] : errors), ...matched.flatMap(({ error }) => error ?? [])],
      keptAway
    }
  }
}

/** As analytics.js decides it: by the destination's own entry, else by the one for all. */
function isKeptAway({ integrations }: RecordedEvent): boolean {
  return (integrations?.[destination.name] ?? integrations?.All) === false
}

function warningsOf(context: Context): ReplayWarning[] {
  return context.logs().flatMap(({ level, message, extras }) => {
    if (level !== 'warn') return []
    const { name = message, problem = '' } = (extras ?? {}) as Partial<ReplayWarning>
    return [{ name, problem }]
  })
}
