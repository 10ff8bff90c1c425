import { analyticsReady, BEACON, serveScript } from '../support/site'
import type { FaultyPage } from './support/faulty-page'
import { faults } from './support/fault'
import { registerInMoment } from './support/register-inmoment'

interface Registering {
  analytics: {
    identify(id: string, traits: object): Promise<Delivered>
    track(name: string, properties: object): Promise<Delivered>
  }
}
interface Delivered {
  logs(): { level: string; extras?: { error?: { message: string } } }[]
}

/** The result of a burst: how many events failed, with which messages, and what the beacon received. */
interface Outcome {
  failed: number
  messages: string[]
  told: { event: unknown; last: unknown; email: unknown }[]
}

const BURST = 1_000

/** In the page: a thousand events, each tenth of which changes the user. */
async function makeBurst(count: number): Promise<Delivered[]> {
  const { analytics } = window as unknown as Registering
  return Promise.all(
    Array.from({ length: count }, (_, place) =>
      place % 10 === 0
        ? analytics.identify('ann-7731', { email: 'ann-7731@secret.example', last: place })
        : analytics.track(`Event ${place}`, { place })
    )
  )
}

async function outcomeOf(page: FaultyPage): Promise<Outcome> {
  const errors = await page.site.page.evaluate(async () => {
    const { burst } = window as unknown as { burst: Promise<Delivered[]> }
    return (await burst).flatMap((context) =>
      context.logs().flatMap(({ level, extras }) => (level === 'error' ? [extras?.error?.message ?? ''] : []))
    )
  })
  const calls = await page.site.beaconCalls()
  return {
    failed: errors.length,
    messages: [...new Set(errors)],
    told: calls.map(({ settings }) => ({
      event: settings.event_name,
      last: settings.properties?.last,
      email: settings.email
    }))
  }
}

faults('Load', (row) => {
  for (const [way, isRegistered] of [
    ['configured by Segment', false],
    ['registered by the page', true]
  ] as const) {
    row(
      `1,000 events before the beacon, ${way}`,
      'the newest 100 are delivered, each of the others fails with the cause',
      async (open) => {
        let answer = (): void => undefined
        const asked = new Promise<void>((resolve) => (answer = resolve))
        const page = await open({
          settings: isRegistered ? { subscriptions: [] } : {},
          beacon: async (route) => {
            await asked
            await serveScript(BEACON)(route)
          }
        })
        page.expectOwnEvents(BURST)
        await analyticsReady(page.site.page)
        await page.site.page.waitForFunction('window.inmomentDestination')
        const registered = isRegistered ? registerInMoment(page, 'NPS-4aeb53c1') : undefined
        await page.site.page.evaluate(`window.burst = (${makeBurst.toString()})(${BURST}); undefined`)
        await page.site.page.waitForTimeout(500)
        answer()
        await registered

        const { failed, messages, told } = await outcomeOf(page)
        expect(told).toHaveLength(100)
        expect(failed).toBe(BURST - 100)
        expect(messages).toEqual(['InMoment: dropped the event because more than 100 were queued'])
        expect(told.at(-1)).toEqual({ event: 'Event 999', last: 990, email: 'ann-7731@secret.example' })
        expect(told[1]).toEqual({ event: 'Event 901', last: 900, email: 'ann-7731@secret.example' })
      }
    )
  }
})
