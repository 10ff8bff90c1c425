import { BEACON_URL } from '../../../src/destinations/inmoment/wootric/script'
import { answerBeacon } from './beacon-answer'
import type { BeaconKind } from './beacon-kinds'
import type { FetchEvent, WorkerScope } from './worker-scope'

const SEGMENT_ORIGINS = ['https://api.segment.io', 'https://cdn.segment.com']

/** In milliseconds: pages that do not register in this time are not the action tester. */
const REGISTRATION_TIMEOUT = 1_000

const worker = self as unknown as WorkerScope

/** The beacon of each registered page. The browser can stop the worker at any time, and then the map is empty. */
const registered = new Map<string, BeaconKind | 'live'>()

/** The beacon of a page. Asks the page if it is not known. `undefined` if the page is not the action tester. */
async function beaconOf(clientId: string): Promise<BeaconKind | 'live' | undefined> {
  const known = registered.get(clientId)
  const client = await worker.clients.get(clientId)
  if (known || !client) return known
  const { port1, port2 } = new MessageChannel()
  const answer = new Promise<BeaconKind | 'live' | undefined>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<BeaconKind | 'live'>) => resolve(data)
    setTimeout(() => resolve(undefined), REGISTRATION_TIMEOUT)
  })
  client.postMessage({ getBeacon: true }, [port2])
  const beacon = await answer
  if (beacon) registered.set(clientId, beacon)
  return beacon
}

async function answer({ request, clientId }: FetchEvent): Promise<Response> {
  const beacon = await beaconOf(clientId)
  if (!beacon) {
    // Another project uses this origin now.
    await worker.registration.unregister()
    return fetch(request)
  }
  if (!isSegment(request)) return beacon === 'live' ? fetch(request) : answerBeacon(beacon, worker.registration.scope)
  if (request.method === 'POST') await reportRequest(request.clone(), clientId)
  return Response.json({ success: true })
}

/** Sends the page the body of its request to Segment. */
async function reportRequest(request: Request, clientId: string): Promise<void> {
  const client = await worker.clients.get(clientId)
  const body: unknown = await request.json()
  client?.postMessage({ request: { url: request.url, body } })
}

function isSegment(request: Request): boolean {
  return SEGMENT_ORIGINS.includes(new URL(request.url).origin)
}

function isBeacon(request: Request): boolean {
  const { origin, pathname } = new URL(request.url)
  return origin + pathname === BEACON_URL
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('message', (event) => {
  const { data, source, ports } = event
  // A page that was reloaded without its service worker asks to be controlled again.
  if (data === 'claim') return event.waitUntil(worker.clients.claim())
  if (!source) return
  registered.set(source.id, data.beacon)
  ports[0]?.postMessage('done')
})

worker.addEventListener('fetch', (event) => {
  if (isSegment(event.request) || isBeacon(event.request)) event.respondWith(answer(event))
})
