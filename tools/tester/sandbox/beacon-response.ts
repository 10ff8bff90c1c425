import type { BeaconBehavior } from './beacon-behaviors'

/** In milliseconds. */
const SLOW = 3000
const VERY_SLOW = 12_000

/** Responds to the request for InMoment's beacon. `scope` is the URL of the folder with the sandbox beacon. */
export async function createBeaconResponse(behavior: BeaconBehavior, scope: string): Promise<Response> {
  if (behavior === 'blocked') return Response.error()
  if (behavior === 'empty') return createScript('')
  if (behavior === 'throwing') return createScript(`window.wootric = () => { throw new Error('sandbox beacon error') }`)
  if (behavior === 'slow') await wait(SLOW)
  if (behavior === 'verySlow') await wait(VERY_SLOW)
  return fetch(new URL('sandbox-beacon.js', scope), { cache: 'no-store' })
}

function createScript(code: string): Response {
  return new Response(code, { headers: { 'content-type': 'text/javascript' } })
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds))
}
