import { sharedRecord } from './beacon'

/** How many events are remembered at the most: all copies of the destination get an event within moments. */
const MOST_EVENTS = 1_000

/**
 * Whether this copy of the destination, `owner`, is the one to deliver the event. With several copies at one
 * analytics.js, Segment's settings beside code for instance, the first that comes to an event delivers it, for all of
 * its own mappings; else one event would ask for a survey twice. An event without an id is everybody's.
 */
export function isOwnEvent(messageId: string | null | undefined, owner: object): boolean {
  if (!messageId) return true
  const owners = (sharedRecord().owners ??= new Map<string, object>())
  const first = owners.get(messageId)
  if (first) return first === owner
  owners.set(messageId, owner)
  if (owners.size > MOST_EVENTS) owners.delete(owners.keys().next().value ?? '')
  return true
}
