import { useRef, useState, useSyncExternalStore } from 'react'
import { TextField } from '../fields/TextField'
import { getCase, openCase } from '../state/tester-store'
import { Status } from '../ui/Status'
import { deleteCase, saveCase, savedCases, type SavedCase } from './saved-cases'

export function SavedCases({ close }: { close: () => void }) {
  const cases = useSyncExternalStore(savedCases.subscribe, savedCases.get)
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState('')
  const [status, setStatus] = useState('')

  function save(): void {
    const isSaved = saveCase({ name: name.trim(), case: getCase() })
    setStatus(isSaved ? `Saved “${name.trim()}”` : 'Could not save. The storage of this browser is full or blocked.')
  }

  function open({ name, case: value }: SavedCase): void {
    try {
      openCase(value, name)
      close()
    } catch (error) {
      setStatus(error instanceof Error ? error.message : String(error))
    }
  }

  function remove(name: string): void {
    deleteCase(name)
    setStatus(`Deleted “${name}”`)
    form.current?.querySelector('input')?.focus()
  }

  return (
    <>
      <form
        ref={form}
        className="save-case"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField label="Name of the case" value={name} onChange={setName} required />
        <button type="submit" className="primary small">
          Save
        </button>
      </form>
      <p className="hint">Saved in this browser, with the event's data.</p>
      <Status text={status} />
      {cases.length === 0 ? <p className="empty">No saved cases.</p> : null}
      <ul className="saved-cases" aria-label="Saved cases">
        {cases.map((saved) => (
          <li key={saved.name}>
            <button type="button" className="link" onClick={() => open(saved)}>
              {saved.name}
            </button>
            <button
              type="button"
              className="secondary small"
              aria-label={`Delete ${saved.name}`}
              onClick={() => remove(saved.name)}
            >
              Delete
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}
