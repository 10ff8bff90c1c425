/** In milliseconds. */
const POLL_INTERVAL = 20

/** Resolves after a time in milliseconds. */
export function wait(duration: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, duration))
}

/** Resolves to whether the condition became true within a time in milliseconds. */
export async function waitUntil(isTrue: () => boolean, maxDuration: number): Promise<boolean> {
  const start = Date.now()
  while (!isTrue() && Date.now() - start < maxDuration) await wait(POLL_INTERVAL)
  return isTrue()
}
