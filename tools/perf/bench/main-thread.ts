import type { Page } from 'playwright-core'

/** Returns how many milliseconds the main thread of a page is busy during an action. */
export async function mainThread(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const busy = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
  }
  const before = await busy()
  await act()
  const spent = (await busy()) - before
  await session.detach()
  return spent
}
