import { attempt } from '../attempt'
import { isBeaconReady } from './beacon'
import { addBeaconScript, findBeaconScript } from './script'

/** In milliseconds after the script ran. Then the beacon counts as failed if `window.wootric` is not a function. */
const START_TIMEOUT = 10_000
/** In milliseconds after the page has loaded. Then the page's own script is replaced if it neither ran nor failed. */
const OWN_SCRIPT_TIMEOUT = 3_000
/** In milliseconds. The beacon has no event or callback for being ready. */
const POLL_INTERVAL = 50
/** In milliseconds, after the start timeout. */
const LATE_POLL_INTERVAL = 1_000

/**
 * Adds the beacon's script, or waits for the script of the page's own snippet. If the browser was offline, retries once
 * when it is online again.
 *
 * Calls `onReady` once when the beacon is ready, however long that takes. Before that, calls `onFailure` with the cause
 * each time that loading fails. Never throws.
 */
export function loadBeacon(onReady: () => void, onFailure: (cause: string) => void): void {
  let hasRunOrFailed = false

  function fail(cause: string): void {
    hasRunOrFailed = true
    if (!isBeaconReady()) onFailure(cause)
  }

  function add(): void {
    if (isBeaconReady() || attempt(() => watch(addBeaconScript()))) return
    fail('its script could not be added to the page')
  }

  function watch(script: HTMLScriptElement): void {
    script.addEventListener('load', () => {
      hasRunOrFailed = true
      const cause = `window.wootric was missing ${START_TIMEOUT / 1000} seconds after its script ran`
      setTimeout(() => fail(cause), START_TIMEOUT)
    })
    script.addEventListener('error', () => {
      // Otherwise `findBeaconScript` would find the failed script.
      script.remove()
      fail('its script could not be loaded or was blocked')
      if (!navigator.onLine) window.addEventListener('online', () => findBeaconScript() ?? add(), { once: true })
    })
  }

  function poll(elapsed: number): void {
    if (isBeaconReady()) return onReady()
    const interval = elapsed < START_TIMEOUT ? POLL_INTERVAL : LATE_POLL_INTERVAL
    setTimeout(() => poll(elapsed + interval), interval)
  }

  const own = findBeaconScript()
  if (own) {
    watch(own)
    // A script added with innerHTML never runs, but looks the same as one that is still loading.
    const replace = () => setTimeout(() => hasRunOrFailed || add(), OWN_SCRIPT_TIMEOUT)
    if (document.readyState === 'complete') replace()
    else window.addEventListener('load', replace)
  } else add()
  poll(0)
}
