import { ACCOUNT_TOKEN } from '../../src/destinations/inmoment/test-support/constants'
import { createDelayedBeacon, waitForAnalytics } from '../support/site'
import { describeFaults } from './support/fault'
import type { FaultyPage } from './support/faulty-page'
import { registerInMoment } from './support/register-inmoment'

interface BurstWindow {
  analytics: {
    identify(id: string, traits: object): Promise<Delivery>
    track(name: string, properties: object): Promise<Delivery>
  }
  deliveries: Delivery[]
}

interface Delivery {
  logs(): { level: string; extras?: { error?: { message: string } } }[]
}

/** The result of a burst: how many events failed, with which messages, and what the beacon received. */
interface Outcome {
  failed: number
  messages: string[]
  sent: { event: unknown; last: unknown; email: unknown }[]
}

const BURST = 300
const MAX_QUEUED = 100

/** Runs in the page: makes the events. Each tenth updates the user. */
function makeBurst(count: number): void {
  const page = window as unknown as BurstWindow
  page.deliveries = []
  for (let index = 0; index < count; index += 1) {
    const delivery =
      index % 10 === 0
        ? page.analytics.identify('ann-7731', { email: 'ann-7731@secret.example', last: index })
        : page.analytics.track(`Event ${index}`, { index })
    void delivery.then((context) => page.deliveries.push(context))
  }
}

/** Waits until analytics.js has settled this many events. */
async function waitForDeliveries(page: FaultyPage, count: number): Promise<void> {
  await page.site.page.waitForFunction((count) => (window as unknown as BurstWindow).deliveries.length >= count, count)
}

async function getOutcome(page: FaultyPage): Promise<Outcome> {
  const errors = await page.site.page.evaluate(() =>
    (window as unknown as BurstWindow).deliveries.flatMap((context) =>
      context.logs().flatMap(({ level, extras }) => (level === 'error' ? [extras?.error?.message ?? ''] : []))
    )
  )
  const calls = await page.site.getBeaconCalls()
  return {
    failed: errors.length,
    messages: [...new Set(errors)],
    sent: calls.map(({ settings }) => ({
      event: settings.event_name,
      last: settings.properties?.last,
      email: settings.email
    }))
  }
}

describeFaults('Load', (addFault) => {
  for (const [way, isRegistered] of [
    ["with Segment's settings", false],
    ['with registered plugins', true]
  ] as const) {
    addFault(
      `${BURST} events before the beacon is ready, ${way}`,
      `the newest ${MAX_QUEUED} are delivered, the others fail with the cause`,
      async (open) => {
        const { beacon, respond } = createDelayedBeacon()
        const page = await open({ settings: isRegistered ? { subscriptions: [] } : {}, beacon })
        page.expectExtraEvents(BURST)
        await waitForAnalytics(page.site.page)
        await page.site.page.waitForFunction('window.inmomentDestination')
        const registered = isRegistered ? registerInMoment(page, ACCOUNT_TOKEN) : undefined
        await page.site.page.evaluate(makeBurst, BURST)
        // The events that do not fit into the queue.
        await waitForDeliveries(page, BURST - MAX_QUEUED)
        respond()
        await registered
        await waitForDeliveries(page, BURST)
        // After a second, queued calls settle before the beacon has received their events.
        await page.site.page.waitForFunction(
          (count) => ((window as { beaconCalls?: unknown[] }).beaconCalls?.length ?? 0) >= count,
          MAX_QUEUED
        )

        const { failed, messages, sent } = await getOutcome(page)
        expect(sent).toHaveLength(MAX_QUEUED)
        expect(failed).toBe(BURST - MAX_QUEUED)
        expect(messages).toEqual(['InMoment: dropped the event because more than 100 were queued'])
        expect(sent.at(-1)).toEqual({ event: 'Event 299', last: 290, email: 'ann-7731@secret.example' })
        expect(sent[1]).toEqual({ event: 'Event 201', last: 200, email: 'ann-7731@secret.example' })
      }
    )
  }
})
