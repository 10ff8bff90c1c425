import type { SurveyCallbacks } from '../../../src/destinations/inmoment/wootric/types'

/** Callbacks are the page's own code. Their errors must not stop the survey. */
export function runCallback(callbacks: SurveyCallbacks | undefined, run: (callbacks: SurveyCallbacks) => void): void {
  if (!callbacks) return
  try {
    run(callbacks)
  } catch {
    // The console belongs to the page.
  }
}
