/** Names the mode in which the stored users were created. */
const KEY = 'inmoment-tester.mode'

/** What analytics.js and the destination store. The queue of analytics.js has events that were not delivered. */
const USER_KEYS = /^(ajs_|persisted-queue:|segment_actions_inmoment_user$)/
/** Also the cookies of the sandbox beacon, whose names contain emails. */
const USER_COOKIES = /^(ajs_|_sio$|s:context\.referrer$|sandbox_surveyed_)/

/**
 * Removes the users of another mode or account from this origin, before analytics.js reads them: a user of the sandbox
 * must not reach InMoment.
 */
export function clearUsersOfOtherMode(mode: string): void {
  try {
    if (window.localStorage.getItem(KEY) === mode) return
    removeUsers()
    window.localStorage.setItem(KEY, mode)
  } catch {
    // Without storage, only cookies remain.
    removeCookies()
  }
}

function removeUsers(): void {
  removeCookies()
  Object.keys(window.localStorage)
    .filter((key) => USER_KEYS.test(key))
    .forEach((key) => window.localStorage.removeItem(key))
}

function removeCookies(): void {
  const names = document.cookie.split('; ').map((cookie) => cookie.split('=', 1).join(''))
  for (const name of names.filter((name) => USER_COOKIES.test(name))) {
    document.cookie = `${name}=; max-age=0; path=/; samesite=lax`
  }
}
