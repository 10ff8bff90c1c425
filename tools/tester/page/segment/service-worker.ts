import type { BeaconKind } from '../../sandbox/beacon-kinds'
import { recordRequest } from '../timeline/record'
import type { SegmentRequest } from '../timeline/timeline-entry'

const PATIENCE = 8000

/**
 * Resolves once the service worker answers for this page, with a beacon of this kind. Nothing that would ask Segment or
 * InMoment may load before.
 */
export async function startServiceWorker(beacon: BeaconKind): Promise<void> {
  // Missing where the page is neither on localhost nor on HTTPS.
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!container) throw new Error('This browser offers no service worker here: open the page at localhost.')

  container.addEventListener('message', ({ data }: MessageEvent<{ request?: SegmentRequest }>) => {
    if (data.request) recordRequest(data.request)
  })
  await container.register('/service-worker.js')
  const registration = await container.ready
  if (!container.controller) await takeOver(container, registration)
  await tellBeacon(container, beacon)
}

function takeOver(container: ServiceWorkerContainer, { active }: ServiceWorkerRegistration): Promise<void> {
  return new Promise((resolve, reject) => {
    container.addEventListener('controllerchange', () => resolve(), { once: true })
    active?.postMessage('claim')
    window.setTimeout(() => reject(new Error('The service worker did not take over: reload the page.')), PATIENCE)
  })
}

function tellBeacon(container: ServiceWorkerContainer, beacon: BeaconKind): Promise<void> {
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve()
    container.controller?.postMessage({ beacon }, [port2])
    window.setTimeout(() => reject(new Error('The service worker does not answer: reload the page.')), PATIENCE)
  })
}
