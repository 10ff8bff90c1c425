import type { Outcome, ReplayWarning } from './replayer'
import { Tally } from './tally'

export interface Summary {
  events: number
  byType: Record<string, number>
  matchedByNothing: number
  /** Of those, the ones that their own integrations keep from InMoment. */
  keptAway: number
  warnings: Record<string, number>
  errors: Record<string, number>
  brokenLines: number
}

/** Adds up what came of a recording. */
export class Summing {
  private events = 0
  private matchedByNothing = 0
  private keptAway = 0
  private readonly byType = new Tally()
  private readonly warnings = new Tally()
  private readonly errors = new Tally()
  brokenLines = 0

  add({ type, matched, warnings, errors, keptAway }: Outcome): void {
    this.events++
    this.byType.add(type)
    if (matched.length === 0) this.matchedByNothing++
    if (keptAway) this.keptAway++
    for (const warning of warnings) this.warnings.add(kindOf(warning))
    for (const error of errors) this.errors.add(error)
  }

  total(): Summary {
    return {
      events: this.events,
      byType: this.byType.toObject(),
      matchedByNothing: this.matchedByNothing,
      keptAway: this.keptAway,
      warnings: this.warnings.toObject(),
      errors: this.errors.toObject(),
      brokenLines: this.brokenLines
    }
  }
}

/** By the field, not by the property within it, of which there may be any number. */
function kindOf({ name, problem }: ReplayWarning): string {
  const [field = name] = name.split('.')
  return `${field}${field === name ? '' : '.…'} ${problem}`.trim()
}
