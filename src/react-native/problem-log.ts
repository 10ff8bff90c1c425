import type { SegmentClient } from '@segment/analytics-react-native'
import { attempt } from '../destinations/inmoment/attempt'

/** Names of traits come from events, so the number of different problems has no limit of its own. */
const MAX_PROBLEMS = 100

/** Logs each problem once, through the client's logger. The text names the fix, and never a value. Never throws. */
export class ProblemLog {
  private readonly logged = new Set<string>()
  private client?: SegmentClient

  /** Before the client is known, problems are not logged. They occur again when they matter. */
  setClient(client: SegmentClient): void {
    this.client = client
  }

  warn(problem: string): void {
    this.log('warn', problem)
  }

  /** Logs an error in this plugin, of which the message could contain values. */
  warnUnexpected(): void {
    this.warn('an unexpected error occurred. Please report it.')
  }

  info(problem: string): void {
    this.log('info', problem)
  }

  private log(level: 'warn' | 'info', problem: string): void {
    if (!this.client || this.logged.has(problem) || this.logged.size >= MAX_PROBLEMS) return
    this.logged.add(problem)
    attempt(() => this.client?.logger[level](`InMoment: ${problem}`))
  }
}
