import { parseFql, validate } from '@segment/destination-subscriptions'

/** Whether an event matches a trigger. An invalid trigger matches no event. */
export function isMatched(fql: string, event: object): boolean {
  return validate(parseFql(fql), event)
}
