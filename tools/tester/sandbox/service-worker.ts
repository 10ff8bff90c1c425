import { BEACON_URL } from '../../../src/destinations/inmoment/wootric/script'
import type { PageBeacon } from './beacon-behaviors'
import { createBeaconResponse } from './beacon-response'
import type { FetchEvent, WorkerMessageEvent, WorkerScope } from './worker-scope'

const SEGMENT_ORIGINS = ['https://api.segment.io', 'https://cdn.segment.com']

/** In milliseconds. A page that does not register in this time is not the action tester. */
const REGISTRATION_TIMEOUT = 1000

const worker = self as unknown as WorkerScope

/** The beacons of the registered pages, by client ID. Empty after the browser has stopped and restarted the worker. */
const beacons = new Map<string, PageBeacon>()

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))

worker.addEventListener('message', (event) => {
  // A forced reload bypasses the service worker until it claims the page again.
  if (event.data === 'claim') event.waitUntil(worker.clients.claim())
  else registerPage(event)
})

worker.addEventListener('fetch', (event) => {
  if (isSegmentRequest(event.request) || isBeaconRequest(event.request)) event.respondWith(respond(event))
})

function registerPage({ data, source, ports }: WorkerMessageEvent): void {
  if (data === 'claim' || !source) return
  beacons.set(source.id, data.beacon)
  ports[0]?.postMessage('done')
}

async function respond({ request, clientId }: FetchEvent): Promise<Response> {
  const beacon = await getBeacon(clientId)
  if (!beacon) {
    // Another project uses this origin now.
    await worker.registration.unregister()
    return fetch(request)
  }
  if (isBeaconRequest(request)) {
    return beacon === 'live' ? fetch(request) : createBeaconResponse(beacon, worker.registration.scope)
  }
  if (request.method === 'POST') await reportRequest(request.clone(), clientId)
  return Response.json({ success: true })
}

/** The beacon of a page. Requests it from the page if it is not registered. Undefined for other projects' pages. */
async function getBeacon(clientId: string): Promise<PageBeacon | undefined> {
  const registered = beacons.get(clientId)
  const client = await worker.clients.get(clientId)
  if (registered || !client) return registered
  const { port1, port2 } = new MessageChannel()
  const response = new Promise<PageBeacon | undefined>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<PageBeacon>) => resolve(data)
    setTimeout(() => resolve(undefined), REGISTRATION_TIMEOUT)
  })
  client.postMessage({ getBeacon: true }, [port2])
  const beacon = await response
  if (beacon) beacons.set(clientId, beacon)
  return beacon
}

/** Sends the page the request that Segment would receive. */
async function reportRequest(request: Request, clientId: string): Promise<void> {
  const client = await worker.clients.get(clientId)
  const body: unknown = await request.json()
  client?.postMessage({ request: { url: request.url, body } })
}

function isSegmentRequest(request: Request): boolean {
  return SEGMENT_ORIGINS.includes(new URL(request.url).origin)
}

function isBeaconRequest(request: Request): boolean {
  const { origin, pathname } = new URL(request.url)
  return origin + pathname === BEACON_URL
}
