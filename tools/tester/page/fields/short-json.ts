/** A value as JSON on one line, shortened. */
export function toShortJson(value: unknown, maxLength: number): string {
  const text = JSON.stringify(value)
  return text.length > maxLength ? `${text.slice(0, maxLength - 1)}…` : text
}
