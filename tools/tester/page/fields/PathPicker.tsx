import { isJsonObject } from '../json/json-object'
import { useCurrentEvent } from './current-event'
import { getAddedPaths, getEventPaths } from './event-paths'
import { toShortJson } from './short-json'

const MAX_VALUE_LENGTH = 30

interface PathPickerProps {
  label: string
  onPick: (path: string) => void
}

/** A menu of the properties of the current event. */
export function PathPicker({ label, onPick }: PathPickerProps) {
  const event = useCurrentEvent() ?? {}
  return (
    <select className="path-picker" aria-label={label} value="" onChange={({ target }) => onPick(target.value)}>
      <option value="" disabled>
        Pick…
      </option>
      <optgroup label="In the current event">
        {getEventPaths(event).map(({ path, value }) => (
          <option key={path} value={path}>
            {path}: {isJsonObject(value) ? '{…}' : toShortJson(value, MAX_VALUE_LENGTH)}
          </option>
        ))}
      </optgroup>
      <optgroup label="Added by analytics.js">
        {getAddedPaths(event).map((path) => (
          <option key={path} value={path}>
            {path}
          </option>
        ))}
      </optgroup>
    </select>
  )
}
