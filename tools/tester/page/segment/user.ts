import { analytics } from './analytics'

/** The email or the ID of the user in analytics.js. */
export function getUserName(): string {
  const user = analytics.instance?.user()
  const email: unknown = user?.traits()?.email
  return typeof email === 'string' && email !== '' ? email : (user?.id() ?? 'Anonymous visitor')
}

export function subscribeToUser(listener: () => void): () => void {
  const calls = ['identify', 'reset'] as const
  calls.forEach((call) => void analytics.on(call, listener))
  void analytics.ready(listener)
  return () => calls.forEach((call) => void analytics.off(call, listener))
}
