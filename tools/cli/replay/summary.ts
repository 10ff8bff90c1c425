import { Counter } from './counter'
import type { ReplayResult, ReplayWarning } from './replayer'

export interface Summary {
  events: number
  byType: Record<string, number>
  /** Events that no mapping matched. */
  unmatched: number
  /** Of those, events whose `integrations` exclude InMoment. */
  excluded: number
  warnings: Record<string, number>
  errors: Record<string, number>
  invalidEvents: number
}

/** Counts the results of a replay. */
export class SummaryCounter {
  private events = 0
  private unmatched = 0
  private excluded = 0
  private invalidEvents = 0
  private readonly types = new Counter()
  private readonly warnings = new Counter()
  private readonly errors = new Counter()

  add({ type, matched, warnings, errors, excluded }: ReplayResult): void {
    this.events++
    this.types.add(type)
    if (matched.length === 0) this.unmatched++
    if (excluded) this.excluded++
    for (const warning of warnings) this.warnings.add(formatWarning(warning))
    for (const error of errors) this.errors.add(error)
  }

  addInvalid(): void {
    this.invalidEvents++
  }

  getSummary(): Summary {
    return {
      events: this.events,
      byType: this.types.getCounts(),
      unmatched: this.unmatched,
      excluded: this.excluded,
      warnings: this.warnings.getCounts(),
      errors: this.errors.getCounts(),
      invalidEvents: this.invalidEvents
    }
  }
}

/** Names the field, not the property in it, because the number of properties is unlimited. */
function formatWarning({ name, problem }: ReplayWarning): string {
  const [field = name] = name.split('.')
  return `${field}${field === name ? '' : '.…'} ${problem}`.trim()
}
