const PATIENCE = 8000

/**
 * Resolves once the service worker answers for this page. Nothing that would ask Segment or InMoment may load before.
 */
export async function waitForServiceWorker(): Promise<void> {
  // Missing where the page is neither on localhost nor on HTTPS.
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined
  if (!container) throw new Error('This browser offers no service worker here: open the page at localhost.')

  await container.register('/service-worker.js')
  const registration = await container.ready
  if (container.controller) return

  await new Promise<void>((resolve, reject) => {
    container.addEventListener('controllerchange', () => resolve(), { once: true })
    registration.active?.postMessage('claim')
    window.setTimeout(() => reject(new Error('The service worker did not take over: reload the page.')), PATIENCE)
  })
}
