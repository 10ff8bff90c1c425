/** Stands in for what the mapping kit asks of a mapping's form: Liquid, the only directive asked for, is not offered. */
export function isLiquidDirective(): boolean {
  return false
}
