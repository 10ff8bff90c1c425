import type { FetchEvent, WorkerScope } from './worker-scope'

const BEACON_URL = 'https://cdn.wootric.com/wootric-sdk.js'
const SANDBOX_BEACON_URL = '/sandbox-beacon.js'
const SEGMENT_ORIGINS = ['https://api.segment.io', 'https://cdn.segment.com']

const worker = self as unknown as WorkerScope

/** Asked of the page that makes the request, so that a live and a sandboxed page can stand side by side. */
async function isLive(clientId: string): Promise<boolean> {
  const client = await worker.clients.get(clientId)
  return client !== undefined && new URL(client.url).searchParams.has('live')
}

async function answerBeacon(event: FetchEvent): Promise<Response> {
  return (await isLive(event.clientId)) ? fetch(event.request) : fetch(SANDBOX_BEACON_URL, { cache: 'no-store' })
}

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()))
// A page that was reloaded past its service worker asks to be taken over again.
worker.addEventListener('message', (event) => {
  if (event.data === 'claim') event.waitUntil(worker.clients.claim())
})

worker.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url)
  if (SEGMENT_ORIGINS.includes(url.origin)) {
    event.respondWith(Response.json({ success: true }))
  } else if (url.origin + url.pathname === BEACON_URL) {
    event.respondWith(answerBeacon(event))
  }
})
