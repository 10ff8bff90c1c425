/** Stands in for the mapping kit's Liquid: mappings with it are not offered in the browser, and fail for their event. */
export function evaluateLiquid(): never {
  throw new Error('Liquid is not offered in the browser')
}

export function getLiquidKeys(): string[] {
  return []
}
