/**
 * Whether a text is an email address by its shape: a name, an at sign and a domain of two parts or more, nothing blank.
 * No part of the pattern can match what its neighbour matches, so that a long text takes linear time.
 */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)
}
