/** Replaces the evaluation of Liquid. An event with a Liquid mapping fails. */
export function evaluateLiquid(): never {
  throw new Error('Liquid is not available in the browser')
}

/** Replaces the function that finds the event properties in a Liquid template. */
export function getLiquidKeys(): string[] {
  return []
}
