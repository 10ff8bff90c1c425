import { parseFql, validate } from '@segment/destination-subscriptions'
import type { ExampleEvent } from './definition-problem'

/** Returns the events that match a trigger. Returns none if the trigger is missing or cannot be parsed. */
export function filterEvents(trigger: string | undefined, events: ExampleEvent[]): ExampleEvent[] {
  const condition = parseFql(trigger ?? '')
  return events.filter((event) => validate(condition, event))
}
