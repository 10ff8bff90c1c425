import type { JsonObject } from '../json/json-object'
import { EVENT_TYPES, eventTemplates } from './event-templates'
import { exampleEvents } from './example-events'

const groups = [
  { label: 'Templates', events: EVENT_TYPES.map((type) => ({ label: type, event: eventTemplates[type] })) },
  { label: "Examples from Segment's spec", events: exampleEvents }
]
const events = new Map(groups.flatMap(({ events }) => events.map(({ label, event }) => [label, event])))

/** A menu of events to start from. */
export function EventPicker({ onPick }: { onPick: (event: JsonObject) => void }) {
  return (
    <select aria-label="Example event" value="" onChange={({ target }) => onPick(events.get(target.value) ?? {})}>
      <option value="" disabled>
        Choose an example…
      </option>
      {groups.map(({ label, events }) => (
        <optgroup key={label} label={label}>
          {events.map(({ label }) => (
            <option key={label} value={label}>
              {label}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  )
}
