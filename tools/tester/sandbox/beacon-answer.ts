import type { BeaconKind } from './beacon-kinds'

/** In milliseconds. */
const SLOW = 3_000
const LATE = 12_000

function script(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/javascript' } })
}

function afterDelay(delay: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delay))
}

/** Answers a request for the beacon. `scope` is the URL of the folder of the sandbox beacon. */
export async function answerBeacon(kind: BeaconKind, scope: string): Promise<Response> {
  if (kind === 'blocked') return Response.error()
  if (kind === 'empty') return script('')
  if (kind === 'throwing') return script(`window.wootric = () => { throw new Error("an error of the beacon") }`)
  if (kind === 'slow') await afterDelay(SLOW)
  if (kind === 'late') await afterDelay(LATE)
  return fetch(new URL('sandbox-beacon.js', scope), { cache: 'no-store' })
}
