import type { SegmentClient } from '@segment/analytics-react-native'
import { attempt } from '../destinations/inmoment/attempt'

/** Names of traits come from events, so their number has no limit of its own. */
const MAX_NAMES = 100
/** In characters. */
const MAX_NAME = 255

/** Logs each problem once, through the client's logger. The text names the fix, and never a value. Never throws. */
export class ProblemLog {
  private readonly logged = new Set<string>()
  private readonly names = new Set<string>()
  private client?: SegmentClient

  /** Before the client is known, problems are not logged. They occur again when they matter. */
  setClient(client: SegmentClient): void {
    this.client = client
  }

  warn(problem: string): void {
    this.log('warn', problem)
  }

  /** Logs the name of a trait, a property or an option, and a phrase that follows it. */
  warnName(name: string, problem: string): void {
    if (this.names.size >= MAX_NAMES) return
    const text = `${name.slice(0, MAX_NAME)} ${problem}`
    this.names.add(text)
    this.warn(text)
  }

  /** Logs an error in this plugin, of which the message could contain values. */
  warnUnexpected(): void {
    this.warn('an unexpected error occurred. Please report it.')
  }

  info(problem: string): void {
    this.log('info', problem)
  }

  private log(level: 'warn' | 'info', problem: string): void {
    if (!this.client || this.logged.has(problem)) return
    this.logged.add(problem)
    attempt(() => this.client?.logger[level](`InMoment: ${problem}`))
  }
}
