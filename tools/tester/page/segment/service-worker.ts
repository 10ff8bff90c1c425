import type { PageBeacon } from '../../sandbox/beacon-behaviors'
import { updateEntry } from '../timeline/timeline'
import type { SegmentRequest } from '../timeline/timeline-entry'

/** In milliseconds. */
const TIMEOUT = 8000

interface WorkerMessage {
  request?: SegmentRequest
  getBeacon?: true
}

/**
 * Starts the service worker, which responds in place of Segment and InMoment. Wait for it before any script sends
 * requests to them.
 */
export async function startServiceWorker(beacon: PageBeacon): Promise<void> {
  // Undefined in some private windows, and on pages that are neither on localhost nor on HTTPS.
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!container) {
    throw new Error('Service workers are not available. Open the action tester on localhost or with HTTPS.')
  }
  container.addEventListener('message', ({ data, ports }: MessageEvent<WorkerMessage>) => {
    const { request } = data
    if (request) updateEntry(String(request.body.messageId), () => ({ request }))
    if (data.getBeacon) ports[0]?.postMessage(beacon)
  })
  await container.register('./service-worker.js')
  const registration = await container.ready
  if (!container.controller) await claimPage(container, registration)
  await registerPage(container, beacon)
}

function claimPage(container: ServiceWorkerContainer, { active }: ServiceWorkerRegistration): Promise<void> {
  return new Promise((resolve, reject) => {
    container.addEventListener('controllerchange', () => resolve(), { once: true })
    active?.postMessage('claim')
    setTimeout(() => reject(new Error('The service worker does not control the page. Reload the page.')), TIMEOUT)
  })
}

function registerPage(container: ServiceWorkerContainer, beacon: PageBeacon): Promise<void> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve()
    container.controller?.postMessage({ beacon }, [port2])
    setTimeout(() => reject(new Error('The service worker does not respond. Reload the page.')), TIMEOUT)
  })
}
