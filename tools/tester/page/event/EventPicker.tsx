import { useId, useState } from 'react'
import type { JsonObject } from '../json/json-object'
import { Popover } from '../ui/Popover'
import { EVENT_TYPES, eventTemplates } from './event-templates'
import { exampleEvents } from './example-events'

const groups = [
  { title: 'Templates', events: EVENT_TYPES.map((type) => ({ label: type, event: eventTemplates[type] })) },
  { title: "Examples from Segment's spec", events: exampleEvents }
]

interface EventPickerProps {
  onPick: (event: JsonObject) => void
}

/** A list of events to start from, which you can search. */
export function EventPicker({ onPick }: EventPickerProps) {
  return <Popover label="Choose an example">{(close) => <EventList onPick={onPick} close={close} />}</Popover>
}

function EventList({ onPick, close }: EventPickerProps & { close: () => void }) {
  const id = useId()
  const [search, setSearch] = useState('')
  const words = search.toLowerCase().split(/\s+/)
  const found = groups.map(({ title, events }) => ({
    title,
    events: events.filter(({ label }) => words.every((word) => label.toLowerCase().includes(word)))
  }))
  const count = found.reduce((sum, { events }) => sum + events.length, 0)

  return (
    <div className="event-list">
      <label htmlFor={id}>Search examples</label>
      <input
        id={id}
        type="search"
        value={search}
        autoComplete="off"
        onChange={({ target }) => setSearch(target.value)}
      />
      <p role="status" className="hint">
        {count === 1 ? '1 example' : `${count} examples`}
      </p>
      {found.map(({ title, events }) =>
        events.length === 0 ? null : (
          <section key={title} aria-label={title}>
            <h3>{title}</h3>
            <ul>
              {events.map(({ label, event }) => (
                <li key={label}>
                  <button
                    type="button"
                    className="link"
                    onClick={() => {
                      onPick(event)
                      close()
                    }}
                  >
                    {label}
                  </button>
                </li>
              ))}
            </ul>
          </section>
        )
      )}
    </div>
  )
}
