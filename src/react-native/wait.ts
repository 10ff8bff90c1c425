/** Resolves after a time in milliseconds. */
export function wait(duration: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration))
}
