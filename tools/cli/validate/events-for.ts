import { parseFql, validate } from '@segment/destination-subscriptions'
import type { ExampleEvent } from './finding'

/** The events that a trigger lets through; none where it cannot be parsed. */
export function eventsFor(trigger: string | undefined, events: ExampleEvent[]): ExampleEvent[] {
  const condition = parseFql(trigger ?? '')
  return events.filter((event) => validate(condition, event))
}
