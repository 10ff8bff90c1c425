import { analytics } from './analytics'

const listeners = new Set<() => void>()

/** The email or the ID of the user in analytics.js. */
export function getUserName(): string {
  const user = analytics.instance?.user()
  const email: unknown = user?.traits()?.email
  return typeof email === 'string' && email !== '' ? email : (user?.id() ?? 'Anonymous visitor')
}

/** Undefined until analytics.js has loaded. */
export function getUserId(): string | null | undefined {
  return analytics.instance?.user().id()
}

export function getAnonymousId(): string | null | undefined {
  return analytics.instance?.user().anonymousId()
}

export function subscribeToUser(listener: () => void): () => void {
  const calls = ['identify', 'track', 'page', 'group', 'alias', 'reset'] as const
  calls.forEach((call) => void analytics.on(call, listener))
  void analytics.ready(listener)
  listeners.add(listener)
  return () => {
    calls.forEach((call) => void analytics.off(call, listener))
    listeners.delete(listener)
  }
}

/** Call after a change that analytics.js does not emit. */
export function notifyUserListeners(): void {
  listeners.forEach((listener) => listener())
}
