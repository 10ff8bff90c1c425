import type { Page } from 'playwright-core'

/** Returns how long the page's main thread is busy during an action, in milliseconds. */
export async function measureMainThread(page: Page, act: () => Promise<unknown>): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const getBusyTime = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? NaN) * 1000
  }
  const before = await getBusyTime()
  await act()
  const time = (await getBusyTime()) - before
  await session.detach()
  return time
}
