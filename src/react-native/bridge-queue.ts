import { wait } from './wait'

/** In milliseconds. Android reads the settings of a request a moment after `showSurvey` has returned. */
const PAUSE = 250

/** Runs one change of the bridge after the other, with a pause after each survey request. */
export class BridgeQueue {
  private last: Promise<unknown> = Promise.resolve()
  private waiting = 0
  private pausedUntil = 0

  /** Runs the task immediately if nothing else is waiting. Rejects if the task does. */
  run<Result>(task: () => Result | Promise<Result>): Promise<Result> {
    const isFree = this.waiting === 0 && Date.now() >= this.pausedUntil
    this.waiting += 1
    const result = isFree ? this.start(task) : this.last.then(() => this.start(task))
    this.last = result.catch(() => undefined).then(() => (this.waiting -= 1))
    return result
  }

  /** Call this after a survey request. */
  pause(): void {
    this.pausedUntil = Date.now() + PAUSE
  }

  private async start<Result>(task: () => Result | Promise<Result>): Promise<Result> {
    const pause = this.pausedUntil - Date.now()
    if (pause > 0) await wait(Math.min(pause, PAUSE))
    return task()
  }
}
