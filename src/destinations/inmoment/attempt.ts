/** Runs code in which the page or the browser may throw. Returns whether it succeeded. Never throws. */
export function attempt(run: () => unknown): boolean {
  try {
    run()
    return true
  } catch {
    return false
  }
}
