import type { BeaconKind } from '../../sandbox/beacon-kinds'
import { recordRequest } from '../timeline/record'
import type { SegmentRequest } from '../timeline/timeline-entry'

/** In milliseconds. */
const TIMEOUT = 8_000

/**
 * Resolves when the service worker answers the requests of this page, with this beacon. Until then, nothing that sends
 * requests to Segment or InMoment may load.
 */
export async function startServiceWorker(beacon: BeaconKind | 'live'): Promise<void> {
  // Missing in some private windows, and on pages that are neither on localhost nor on HTTPS.
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!container) {
    throw new Error('Service workers are not available here. Open the action tester on localhost or with HTTPS.')
  }
  container.addEventListener('message', ({ data, ports }: MessageEvent<WorkerMessage>) => {
    if (data.request) recordRequest(data.request)
    if (data.getBeacon) ports[0]?.postMessage(beacon)
  })
  await container.register('./service-worker.js')
  const registration = await container.ready
  if (!container.controller) await claimPage(container, registration)
  await registerPage(container, beacon)
}

interface WorkerMessage {
  request?: SegmentRequest
  getBeacon?: true
}

function claimPage(container: ServiceWorkerContainer, { active }: ServiceWorkerRegistration): Promise<void> {
  return new Promise((resolve, reject) => {
    container.addEventListener('controllerchange', () => resolve(), { once: true })
    active?.postMessage('claim')
    setTimeout(() => reject(new Error('The service worker does not control the page. Reload the page.')), TIMEOUT)
  })
}

function registerPage(container: ServiceWorkerContainer, beacon: BeaconKind | 'live'): Promise<void> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve()
    container.controller?.postMessage({ beacon }, [port2])
    setTimeout(() => reject(new Error('The service worker does not answer. Reload the page.')), TIMEOUT)
  })
}
