import type { Analytics } from '@segment/analytics-next'
import { inmomentPlugins } from '../../src'
import { ACCOUNT_TOKEN, loadAnalytics } from './page'

/** Loads the destination with timers that stand still until the test advances them. */
export async function openWithStoppedTime(): Promise<Analytics> {
  const analytics = await loadAnalytics()
  jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] })
  await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
  return analytics
}

export function advance(milliseconds: number): Promise<void> {
  return jest.advanceTimersByTimeAsync(milliseconds)
}

export function beaconScript(): HTMLScriptElement | null {
  return document.querySelector('script[src*="wootric-sdk"]')
}
