import { useRef } from 'react'
import { joinPaths, splitPaths } from './field-input'
import { PathInput } from './PathInput'

interface FirstOfInputProps {
  id: string
  label: string
  /** One path per line. */
  value: string
  onChange: (value: string) => void
  describedBy?: string
}

/** Several paths. The field gets the first value that exists. */
export function FirstOfInput({ id, label, value, onChange, describedBy }: FirstOfInputProps) {
  const paths = splitPaths(value)
  const addButton = useRef<HTMLButtonElement>(null)

  function change(index: number, path: string): void {
    onChange(joinPaths(paths.map((other, position) => (position === index ? path : other))))
  }

  function remove(index: number): void {
    onChange(joinPaths(paths.filter((_path, position) => position !== index)))
    // The focused button is removed.
    addButton.current?.focus()
  }

  return (
    <div className="first-of">
      <ol>
        {paths.map((path, index) => (
          <li key={index}>
            <PathInput
              id={`${id}-${index}`}
              label={`${label}: path ${index + 1}`}
              pickerLabel={`Property ${index + 1} for ${label}`}
              value={path}
              onChange={(next) => change(index, next)}
              describedBy={describedBy}
            />
            <button
              type="button"
              className="icon-button"
              aria-label={`Remove path ${index + 1} of ${label}`}
              disabled={paths.length === 1}
              onClick={() => remove(index)}
            >
              ×
            </button>
          </li>
        ))}
      </ol>
      <button
        ref={addButton}
        type="button"
        className="secondary small"
        aria-label={`Add path to ${label}`}
        onClick={() => onChange(joinPaths([...paths, '']))}
      >
        Add path
      </button>
    </div>
  )
}
