/** Replaces the evaluation of Liquid, which is not available in the browser. An event with such a mapping fails. */
export function evaluateLiquid(): never {
  throw new Error('Liquid is not offered in the browser')
}

export function getLiquidKeys(): string[] {
  return []
}
