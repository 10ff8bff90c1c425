/** Whether a text has the shape of an email address. No two parts of the pattern overlap: a long text takes linear time. */
export function isEmailAddress(text: string): boolean {
  return /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text)
}
