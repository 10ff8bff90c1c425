import { isBeaconReady, sharedRecord, type AddressPolicy } from './beacon'

export const BEACON_URL = 'https://cdn.wootric.com/wootric-sdk.js'

/** How long the beacon is waited for, in milliseconds. Events that come in the meantime wait too. */
export const BEACON_TIMEOUT = 10_000

/** The types of script that browsers run. */
const RUNS = /^$|^module$|^(text|application)\/(x-)?(java|ecma)script$/i

/** In milliseconds: the beacon may define `window.wootric` some time after its script has run, without an event. */
const POLL_INTERVAL = 50

/**
 * Loads the beacon unless the page has it or is loading it already.
 *
 * Never rejects: resolves with nothing as soon as `window.wootric` is a function, and with the cause, a phrase for an
 * error message, once the script has failed or after {@link BEACON_TIMEOUT}. A load that rejected would end as an
 * uncaught error on the customer's page, and one that never settled would keep `analytics.ready()` waiting for ever.
 */
export function loadBeacon(): Promise<string | undefined> {
  if (isBeaconReady()) return Promise.resolve(undefined)

  return new Promise((resolve) => {
    const settle = (cause?: string) => {
      clearInterval(poll)
      clearTimeout(deadline)
      resolve(isBeaconReady() ? undefined : cause)
    }
    const settleIfReady = () => {
      if (isBeaconReady()) settle()
    }
    const poll = setInterval(settleIfReady, POLL_INTERVAL)
    const deadline = setTimeout(() => settle(`it was not there after ${BEACON_TIMEOUT / 1000} seconds`), BEACON_TIMEOUT)

    try {
      const script = retiring(findScript() ?? insertScript())
      script.addEventListener('load', settleIfReady)
      script.addEventListener('error', () => settle('its script could not be loaded or was blocked'))
    } catch {
      settle('its script could not be added to the page')
    }
  })
}

/**
 * The beacon's script element where the page's own snippet has put one: a second would run the beacon twice. One of a
 * type that no browser runs, as consent managers write them, is not loading.
 */
function findScript(): HTMLScriptElement | undefined {
  return Array.from(document.scripts).find(({ src, type }) => src === BEACON_URL && RUNS.test(type))
}

function insertScript(): HTMLScriptElement {
  const script = document.createElement('script')
  script.src = trusted(BEACON_URL)
  script.async = true
  // A policy that lets scripts run by a nonce asks for it here too; scripts on the page carry theirs openly to us alone.
  const { nonce } = document.querySelector<HTMLScriptElement>('script[nonce]') ?? {}
  if (nonce) script.nonce = nonce
  const parent = document.querySelector('head') ?? document.documentElement
  parent.appendChild(script)
  return script
}

/** A script that has failed is no sign that the beacon is coming; one that failed offline is fetched again online. */
function retiring(script: HTMLScriptElement): HTMLScriptElement {
  script.addEventListener('error', () => {
    script.remove()
    if (!navigator.onLine) window.addEventListener('online', insertOnceMore, { once: true })
  })
  return script
}

/** The page was opened offline and is online again: later events have a beacon then. */
function insertOnceMore(): void {
  try {
    if (!isBeaconReady() && !findScript()) retiring(insertScript())
  } catch {
    // The page has made it impossible in the meantime.
  }
}

interface PolicyFactory {
  createPolicy: (name: string, rules: AddressPolicy) => AddressPolicy
}

/**
 * The address in the form that a page with `require-trusted-types-for 'script'` takes. The policy `inmoment` makes this
 * one address and no other, whatever it is given. Where the page forbids it, its default policy has the last word.
 */
function trusted(url: string): string {
  try {
    const { trustedTypes } = window as { trustedTypes?: PolicyFactory }
    const policy = (sharedRecord().policy ??= trustedTypes?.createPolicy('inmoment', {
      createScriptURL: () => BEACON_URL
    }))
    return policy?.createScriptURL(url) ?? url
  } catch {
    return url
  }
}
