/** The kinds of values that sites send, in rotation. */
const KINDS: ((index: number) => unknown)[] = [
  (index) => `Value ${index}`,
  (index) => index * 7,
  (index) => index % 2 === 0,
  (index) => new Date(1.6e12 + index * 1e7).toISOString(),
  (index) => `https://shop.example/items/${index}?color=blue`,
  (index) => `Value ${index}, a longer text, as users write it`,
  (index) => index / 8,
  (index) => ({ city: `City ${index}`, postal_code: String(10_000 + index) })
]

/** Creates traits. The same count always gives the same traits. */
export function createSampleTraits(count: number): Record<string, unknown> {
  const indexes = Array.from({ length: count }, (_, index) => index)
  return Object.fromEntries(indexes.map((index) => [`trait_${index}`, KINDS[index % KINDS.length]?.(index)]))
}
