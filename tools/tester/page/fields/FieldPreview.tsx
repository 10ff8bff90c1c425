import type { JSONLike } from '@segment/actions-core'
import { useCurrentEvent } from './current-event'
import { evaluateField, type FieldResult } from './evaluate-field'
import { getAddedPaths } from './event-paths'
import { findMissingPaths } from './missing-paths'
import { toShortJson } from './short-json'

const MAX_VALUE_LENGTH = 160

interface FieldPreviewProps {
  value: JSONLike
  /** Whether the event matches the mapping's trigger. Other events have other properties. */
  isMatched: boolean
  /** Replaces a path that finds nothing. */
  onReplacePath: (path: string, replacement: string) => void
}

/** The value of a field for the current event, and paths that are probably misspelled. */
export function FieldPreview({ value, isMatched, onReplacePath }: FieldPreviewProps) {
  const event = useCurrentEvent()
  if (!event) return null
  const missingPaths = isMatched ? findMissingPaths(value, event) : []
  const addedPaths = getAddedPaths(event)
  const isAdded = addedPaths.some((path) => JSON.stringify(value).includes(`"${path}"`))
  return (
    <>
      <FieldValue result={evaluateField(value, event)} isAdded={isAdded} />
      {missingPaths.map(({ path, similar }) => (
        <p key={path} className="field-warning">
          The event has no <code>{path}</code>, but <code>{similar}</code>.{' '}
          <button type="button" className="link-button" onClick={() => onReplacePath(path, similar)}>
            Use {similar}
          </button>
        </p>
      ))}
    </>
  )
}

function FieldValue({ result: { value, problem }, isAdded }: { result: FieldResult; isAdded: boolean }) {
  if (problem !== undefined) return <p className="field-error">{problem}</p>
  if (value !== undefined && value !== null) {
    return (
      <p className="field-value">
        For this event: <code>{toShortJson(value, MAX_VALUE_LENGTH)}</code>
      </p>
    )
  }
  return (
    <p className="field-value">
      {isAdded ? 'For this event: analytics.js can add the value when you send it.' : 'For this event: no value.'}
    </p>
  )
}
