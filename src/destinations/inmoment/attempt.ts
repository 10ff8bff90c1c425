/** Runs a step in which the page or the browser may throw, and tells whether it succeeded. */
export function attempt(step: () => unknown): boolean {
  try {
    step()
    return true
  } catch {
    return false
  }
}
