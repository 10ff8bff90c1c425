import type { Route } from 'playwright-core'
import { BEACON, serveScript } from '../../support/site'

/** A beacon whose script arrives when the row says so. */
export function heldBeacon(script = BEACON): { beacon: (route: Route) => Promise<void>; arrive: () => void } {
  let arrive = (): void => undefined
  const arrival = new Promise<void>((resolve) => (arrive = resolve))
  return { beacon: (route) => arrival.then(() => serveScript(script)(route)), arrive: () => arrive() }
}
