import { sharedRecord } from './beacon'

/** How many events are remembered at the most: all copies of the destination get an event within moments. */
const MOST_EVENTS = 1_000

/**
 * Whether this copy of the destination, `owner`, may deliver the event. With several copies at one analytics.js,
 * Segment's settings beside code for instance, the first that sends an event does so for all of its own mappings, and
 * the others leave it; else one event would ask for a survey twice. An event without an id is everybody's.
 */
export function isOwnEvent(messageId: string | null | undefined, owner: object): boolean {
  const first = sharedRecord().owners?.get(messageId ?? '')
  return first === undefined || first === owner
}

/** Takes the event for this copy, which is about to send it. */
export function claimEvent(messageId: string | null | undefined, owner: object): void {
  if (!messageId) return
  const owners = (sharedRecord().owners ??= new Map<string, object>())
  owners.set(messageId, owner)
  if (owners.size > MOST_EVENTS) owners.delete(owners.keys().next().value ?? '')
}
