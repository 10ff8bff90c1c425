import { measureAlternately } from '../alternate'
import { createFigure, getDifferences, type Figure } from '../figure'
import goals from '../goals.json'
import type { OpenPage } from '../open-page'

/**
 * "Slow 4G" in Chrome's DevTools, in milliseconds and bytes per second:
 * https://github.com/ChromeDevTools/devtools-frontend/blob/main/front_end/core/sdk/NetworkManager.ts
 */
const SLOW_MOBILE = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 }

/** Measures the time from `AnalyticsBrowser.load` to the request for the beacon, on a slow mobile connection. */
export async function measureBeaconRequest(open: OpenPage): Promise<Figure[]> {
  const measure = (variant: string) => async () => {
    const page = await open('site-page')
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', SLOW_MOBILE)
    const time = await page.evaluate((variant) => window.bench.measureTimeToBeacon(variant), variant)
    await page.context().close()
    return time
  }
  const runs = await measureAlternately({
    inmoment: measure('inmoment'),
    twoRequests: measure('two-requests'),
    typical: measure('typical')
  })
  const saved = getDifferences(runs.twoRequests, runs.inmoment).map((time) => time / SLOW_MOBILE.latency)
  const savedToTypical = getDifferences(runs.typical, runs.inmoment).map((time) => time / SLOW_MOBILE.latency)
  return [
    createFigure('in one request', 'ms', runs.inmoment),
    createFigure('in two requests', 'ms', runs.twoRequests),
    createFigure('typical destination, in two requests', 'ms', runs.typical),
    createFigure('saved compared with two requests', 'round trips', saved, goals.roundTripsSaved),
    createFigure('saved compared with a typical destination', 'round trips', savedToTypical)
  ]
}
