import { parseFql, validate } from '@segment/destination-subscriptions'
import type { ExampleEvent } from './finding'

/** The events that a trigger matches. An invalid trigger matches none. */
export function eventsFor(trigger: string | undefined, events: ExampleEvent[]): ExampleEvent[] {
  const condition = parseFql(trigger ?? '')
  return events.filter((event) => validate(condition, event))
}
