/**
 * Whether a string looks like an email address: `name@host.tld` without whitespace.
 *
 * No two parts of the pattern match the same character, so a long string takes linear time.
 */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)
}
