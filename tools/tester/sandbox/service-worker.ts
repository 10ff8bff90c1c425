import type { BeaconKind } from './beacon-kinds'
import { answerBeacon } from './beacon-answer'
import type { FetchEvent, MessageEventOfWorker, WorkerScope } from './worker-scope'

const BEACON_URL = 'https://cdn.wootric.com/wootric-sdk.js'
const SEGMENT_ORIGINS = ['https://api.segment.io', 'https://cdn.segment.com']

const worker = self as unknown as WorkerScope

/** By client, so that pages with different beacons can stand side by side. */
const beacons = new Map<string, BeaconKind>()

/** Asked of the page that makes the request, so that a live and a sandboxed page can stand side by side. */
async function isLive(clientId: string): Promise<boolean> {
  const client = await worker.clients.get(clientId)
  return client !== undefined && new URL(client.url).searchParams.has('live')
}

async function beaconFor({ request, clientId }: FetchEvent): Promise<Response> {
  return (await isLive(clientId)) ? fetch(request) : answerBeacon(beacons.get(clientId) ?? 'works')
}

/** Tells the page what Segment would have got. */
async function tellRequest(request: Request, clientId: string): Promise<void> {
  const client = await worker.clients.get(clientId)
  const body: unknown = await request.json()
  client?.postMessage({ request: { url: request.url, body } })
}

function answerMessage({ data, source, ports }: MessageEventOfWorker): void {
  if (typeof data !== 'object' || !source) return
  beacons.set(source.id, data.beacon)
  ports[0]?.postMessage('done')
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
// A page that was reloaded past its service worker asks to be taken over again.
worker.addEventListener('message', (event) => {
  if (event.data === 'claim') event.waitUntil(worker.clients.claim())
  else answerMessage(event)
})

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (SEGMENT_ORIGINS.includes(url.origin)) {
    if (event.request.method === 'POST') {
      event.waitUntil(tellRequest(event.request.clone(), event.clientId))
    }
    event.respondWith(Response.json({ success: true }))
  } else if (url.origin + url.pathname === BEACON_URL) {
    event.respondWith(beaconFor(event))
  }
})
