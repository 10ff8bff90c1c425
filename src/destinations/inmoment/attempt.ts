/** Runs a step that may throw because of the page or the browser. Returns whether it succeeded. */
export function attempt(step: () => unknown): boolean {
  try {
    step()
    return true
  } catch {
    return false
  }
}
