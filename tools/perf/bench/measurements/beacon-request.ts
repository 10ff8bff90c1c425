import { alternate } from '../alternation'
import { differences, figureOf, type Figure } from '../figure'
import goals from '../goals.json'
import type { OpenPage } from '../open-page'

/** "Slow 4G" of Chromium's developer tools: latency in milliseconds, throughput in bytes per second. */
const SLOW_MOBILE = { offline: false, latency: 562.5, downloadThroughput: 180_000, uploadThroughput: 84_375 }

/** Measures the time from `AnalyticsBrowser.load` to the request for the beacon, on a slow mobile connection. */
export async function beaconRequest(open: OpenPage): Promise<Figure[]> {
  const measure = (build: string) => async () => {
    const page = await open('site-page')
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    await session.send('Network.emulateNetworkConditions', SLOW_MOBILE)
    const time = await page.evaluate((build) => window.bench.timeToBeacon(build), build)
    await page.context().close()
    return time
  }
  const runs = await alternate({
    inmoment: measure('inmoment'),
    twoRequests: measure('two-requests'),
    usual: measure('usual')
  })
  const saved = differences(runs.twoRequests, runs.inmoment).map((time) => time / SLOW_MOBILE.latency)
  const savedToUsual = differences(runs.usual, runs.inmoment).map((time) => time / SLOW_MOBILE.latency)
  return [
    figureOf('in one request', 'ms', runs.inmoment),
    figureOf('in two requests', 'ms', runs.twoRequests),
    figureOf('another of the usual size, in two requests', 'ms', runs.usual),
    figureOf('saved against two requests', 'round trips', saved, goals.roundTripsSaved),
    figureOf('saved against the usual size', 'round trips', savedToUsual)
  ]
}
