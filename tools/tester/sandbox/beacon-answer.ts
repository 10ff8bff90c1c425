import type { BeaconKind } from './beacon-kinds'

const SANDBOX_BEACON_URL = '/sandbox-beacon.js'
const SLOW = 3000
const LATE = 12_000

function script(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/javascript' } })
}

function afterDelay(delay: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delay))
}

/** What a request for the beacon gets. */
export async function answerBeacon(kind: BeaconKind): Promise<Response> {
  if (kind === 'blocked') return Response.error()
  if (kind === 'empty') return script('')
  if (kind === 'throwing') return script(`window.wootric = () => { throw new Error("the beacon's own failure") }`)
  if (kind === 'slow') await afterDelay(SLOW)
  if (kind === 'late') await afterDelay(LATE)
  return fetch(SANDBOX_BEACON_URL, { cache: 'no-store' })
}
