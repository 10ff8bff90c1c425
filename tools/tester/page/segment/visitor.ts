import { analytics } from './analytics'

/** Who analytics.js takes the visitor for; that lasts from one page load to the next. */
export function currentVisitor(): string {
  const user = analytics.instance?.user()
  const email: unknown = user?.traits()?.email
  return typeof email === 'string' && email !== '' ? email : (user?.id() ?? 'Anonymous visitor')
}

export function subscribeToVisitor(listener: () => void): () => void {
  const calls = ['identify', 'reset'] as const
  calls.forEach((call) => void analytics.on(call, listener))
  void analytics.ready(listener)
  return () => calls.forEach((call) => void analytics.off(call, listener))
}
