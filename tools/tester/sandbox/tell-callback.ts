import type { SurveyCallbacks } from '../../../src/destinations/inmoment/wootric/types'

/** The callbacks are the page's own code: whatever they throw, the survey goes on. */
export function tellCallback(callbacks: SurveyCallbacks | undefined, tell: (callbacks: SurveyCallbacks) => void): void {
  if (!callbacks) return
  try {
    tell(callbacks)
  } catch {
    // Nothing to do: the console belongs to the page.
  }
}
