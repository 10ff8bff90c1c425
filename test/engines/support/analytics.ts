import type { AnalyticsSnippet } from '@segment/analytics-next'

// These functions run in the page. The contexts that calls resolve to are not JSON.

declare const analytics: AnalyticsSnippet

/** Before analytics.js is ready, it queues the calls. */
export function makeEveryCall(): void {
  void analytics.identify('ann', { email: 'ann@example.com', createdAt: '2018-08-03T15:28:46.493Z', step: 0 })
  void analytics.page('Home', { step: 1 })
  void analytics.group('initech', { industry: 'software', step: 2 })
  void analytics.track('Order Completed', { total: 12.5, step: 3 })
}

export async function identifyAnn(): Promise<void> {
  await analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' })
}

export async function identifyBob(): Promise<void> {
  await analytics.identify('bob', { email: 'bob@example.com', role: 'owner' })
}

export async function track(event: string): Promise<void> {
  await analytics.track(event)
}

export function reset(): void {
  analytics.reset()
}
