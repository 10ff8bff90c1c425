import type { SegmentClient } from '@segment/analytics-react-native'
import { waitUntil } from './wait'

/** The parts that 2.18.0, the oldest supported client, does not have. */
type Client = Omit<SegmentClient, 'enabled' | 'running'> & Partial<Pick<SegmentClient, 'enabled' | 'running'>>

/** Whether the app has disabled the client, so that no destination may send anything. */
export function isDisabled(client: Client): boolean {
  return client.enabled?.get() === false
}

/**
 * Waits until the client has delivered the events that it kept, because it was not ready or was paused. Their `identify`
 * calls change the client's user only when they are delivered. Resolves to whether this was within a time in milliseconds.
 */
export function waitForKeptEvents(client: Client, maxDuration: number): Promise<boolean> {
  const isReady = () => client.isReady.value && client.running?.get() !== false && !hasKeptEvents(client)
  return waitUntil(isReady, maxDuration)
}

/**
 * The client has no public way to ask for this. 2.18.0 delivers these events before it is ready:
 * https://github.com/segmentio/analytics-react-native/blob/master/packages/core/src/analytics.ts
 */
function hasKeptEvents(client: Client): boolean {
  const { store } = client as unknown as { store?: { pendingEvents?: { get?: () => unknown } } }
  const events = store?.pendingEvents?.get?.()
  return Array.isArray(events) && events.length > 0
}
