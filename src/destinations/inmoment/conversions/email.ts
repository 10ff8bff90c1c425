/** Whether a string looks like an email address. No two parts of the pattern overlap, so the time is linear. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)
}
