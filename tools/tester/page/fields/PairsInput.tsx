import { useRef } from 'react'
import { joinPairs, splitPairs, type Pair } from './pairs'
import { PathPicker } from './PathPicker'

interface PairsInputProps {
  label: string
  /** The pairs as JSON. */
  value: string
  onChange: (value: string) => void
}

/** The keys of an object, each with a value. */
export function PairsInput({ label, value, onChange }: PairsInputProps) {
  const pairs = splitPairs(value)
  const addButton = useRef<HTMLButtonElement>(null)

  function change(index: number, pair: Pair): void {
    onChange(joinPairs(pairs.map((other, position) => (position === index ? pair : other))))
  }

  function remove(index: number): void {
    onChange(joinPairs(pairs.filter((_pair, position) => position !== index)))
    // The focused button is removed.
    addButton.current?.focus()
  }

  return (
    <div className="pairs">
      <ul>
        {pairs.map((pair, index) => (
          <li key={index}>
            <input
              type="text"
              aria-label={`${label}: key ${index + 1}`}
              value={pair.key}
              placeholder="key"
              autoComplete="off"
              spellCheck={false}
              onChange={({ target }) => change(index, { ...pair, key: target.value })}
            />
            <div className="path-input">
              <input
                type="text"
                aria-label={`${label}: value ${index + 1}`}
                value={pair.text}
                placeholder="value"
                autoComplete="off"
                spellCheck={false}
                onChange={({ target }) => change(index, { ...pair, text: target.value })}
              />
              <PathPicker
                label={`Property ${index + 1} for ${label}`}
                onPick={(path) => change(index, { key: pair.key || getName(path), text: path })}
              />
            </div>
            <button
              type="button"
              className="icon-button"
              aria-label={`Remove pair ${index + 1} of ${label}`}
              onClick={() => remove(index)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
      <button
        ref={addButton}
        type="button"
        className="secondary small"
        aria-label={`Add pair to ${label}`}
        onClick={() => onChange(joinPairs([...pairs, { key: '', text: '' }]))}
      >
        Add pair
      </button>
      <p className="hint">
        A value is a path such as <code>$.traits.plan</code>, a template such as <code>{'{{traits.plan}}'}</code>, or
        fixed.
      </p>
    </div>
  )
}

function getName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1)
}
