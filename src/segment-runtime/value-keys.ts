/** Replaces the part of the mapping kit that recognizes Liquid, which is not available in the browser. */
export function isLiquidDirective(): boolean {
  return false
}
