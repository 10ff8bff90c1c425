import type { Recording } from '../../support/recording'

/** What a page records, in addition to the events. */
export interface RecordedPage extends Recording {
  /** Uncaught errors and unhandled rejections. */
  problems: string[]
  /** For each time that the page was shown: whether it came from the back/forward cache. */
  shows: boolean[]
  /** How often the destination stopped the survey. */
  stops: number
}

/** Runs in the page before any other script. */
export function recordPage(): void {
  const page = window as unknown as RecordedPage
  page.problems = []
  page.shows = []
  page.stops = 0
  window.addEventListener('error', ({ message }) => page.problems.push(`uncaught: ${message}`))
  window.addEventListener('unhandledrejection', ({ reason }) => page.problems.push(`unhandled: ${String(reason)}`))
  window.addEventListener('pageshow', ({ persisted }) => page.shows.push(persisted))
  Object.assign(window, { WootricSurvey: { stop: () => (page.stops += 1) } })
}
