/** Replaces the function that detects Liquid, which is not available in the browser. */
export function isLiquidDirective(): boolean {
  return false
}
