import { parseEvent } from '../event/parse-event'
import type { JsonObject } from '../json/json-object'
import { useTesterState } from '../state/tester-store'

/** The event in the editor, if it is valid. */
export function useCurrentEvent(): JsonObject | undefined {
  return parseEvent(useTesterState().event).event
}
