/** Typical values: text, numbers, flags, dates, URLs, and sometimes an object. */
const KINDS: ((place: number) => unknown)[] = [
  (place) => `Value ${place}`,
  (place) => place * 7,
  (place) => place % 2 === 0,
  (place) => new Date(1.6e12 + place * 1e7).toISOString(),
  (place) => `https://shop.example/items/${place}?colour=blue`,
  (place) => `Value ${place}, a little longer`,
  (place) => place / 8,
  (place) => ({ city: `City ${place}`, postal_code: String(10_000 + place) })
]

/** Returns this number of traits, the same each time. */
export function sampleTraits(count: number): Record<string, unknown> {
  const places = Array.from({ length: count }, (_, place) => place)
  return Object.fromEntries(places.map((place) => [`trait_${place}`, KINDS[place % KINDS.length]?.(place)]))
}
