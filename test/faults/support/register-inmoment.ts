import { presetSubscriptions } from '../../../src/preset-subscriptions'
import type { FaultyPage } from './faulty-page'

/** Registers the bundle's destination with its presets, as a site does that is configured in code. */
export async function registerInMoment({ site: { page } }: FaultyPage, accountToken: string): Promise<void> {
  const given: object = { accountToken, subscriptions: presetSubscriptions() }
  await page.evaluate(async (settings) => {
    const { analytics, inmomentDestination } = window as unknown as {
      analytics: { register: (...plugins: unknown[]) => Promise<unknown> }
      inmomentDestination: (settings: object) => unknown[] | Promise<unknown[]>
    }
    await analytics.register(...(await inmomentDestination(settings)))
  }, given)
}
