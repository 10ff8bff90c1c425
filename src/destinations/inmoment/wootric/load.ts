import { attempt } from '../attempt'
import { isBeaconReady } from './beacon'
import { addBeaconScript, findBeaconScript } from './script'

/** In milliseconds: how long the beacon may take to define `window.wootric` after its script has run. */
const START_TIMEOUT = 10_000
/** In milliseconds after the page's load event: if the page's own script has neither run nor failed, it never runs. */
const OWN_SCRIPT_TIMEOUT = 3_000
/** In milliseconds. The beacon emits no event when it is ready. */
const POLL_INTERVAL = 50
const LATE_POLL_INTERVAL = 1_000

/**
 * Loads the beacon's script, unless the page has one. Calls `onReady` when the beacon is ready, however late, and
 * `onFailure` with the cause if its script fails first. Never throws.
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
      setTimeout(
        () => fail(`window.wootric was missing ${START_TIMEOUT / 1000} seconds after its script ran`),
        START_TIMEOUT
      )
    })
    script.addEventListener('error', () => {
      // Otherwise another instance would wait for it.
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
    // A script added with innerHTML never runs, and the document does not show whether a script is still loading.
    const replace = () => setTimeout(() => hasRunOrFailed || add(), OWN_SCRIPT_TIMEOUT)
    if (document.readyState === 'complete') replace()
    else window.addEventListener('load', replace)
  } else add()
  poll(0)
}
