/** The first address that a text names. */
export function addressIn(text: string): string | undefined {
  return /https?:\/\/[^\s)]+/.exec(text)?.[0]
}
