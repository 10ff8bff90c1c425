/** In milliseconds. */
const TIMEOUT = 15_000
const INTERVAL = 25

/** Waits until the condition is true. Throws with the reason if that takes too long. */
export async function waitUntil(condition: () => unknown, describe: () => string): Promise<void> {
  const end = Date.now() + TIMEOUT
  while ((await condition()) !== true) {
    if (Date.now() > end) throw new Error(`waited too long: ${describe()}`)
    await new Promise((resolve) => setTimeout(resolve, INTERVAL))
  }
}
