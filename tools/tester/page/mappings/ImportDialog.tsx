import { useId, useState, type DragEvent } from 'react'
import { locateProblem } from '../../../cli/mapping-checks/locate-problem'
import { JsonEditor } from '../json/JsonEditor'
import { updateState, useTesterState } from '../state/tester-store'
import { describeImport, getImportedState, readImport, type Import } from './import-mappings'
import { ModalDialog } from './ModalDialog'

interface ImportDialogProps {
  onClose: () => void
  onImport: (status: string) => void
}

/** Imports mappings and settings from a text or a file. */
export function ImportDialog({ onClose, onImport }: ImportDialogProps) {
  const id = useId()
  const state = useTesterState()
  const [text, setText] = useState('')
  const [keepsMappings, setKeepsMappings] = useState(false)
  const imported = text.trim() === '' ? undefined : readImport(text)

  async function openFile(file: File | undefined): Promise<void> {
    if (file) setText(await file.text())
  }

  function drop(event: DragEvent): void {
    const file = event.dataTransfer.files[0]
    if (!file) return
    event.preventDefault()
    void openFile(file)
  }

  function submit(): void {
    if (!imported?.isUsable) return
    updateState(getImportedState(imported, state, keepsMappings), 'import')
    onImport(`Imported ${describeImport(imported)}`)
    onClose()
  }

  return (
    <ModalDialog title="Import mappings and settings" onClose={onClose}>
      <div className="import-form" onDragOver={(event) => event.preventDefault()} onDropCapture={drop}>
        <p id={`${id}-hint`} className="hint">
          Paste, drop or open JSON: a list of mappings, Segment&apos;s own export, or settings with{' '}
          <code>subscriptions</code>.
        </p>
        <label className="file-field">
          <span>Open a file</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ target }) => void openFile(target.files?.[0])}
          />
        </label>
        <JsonEditor
          label="Mappings to import"
          value={text}
          onChange={setText}
          onSubmit={submit}
          submitVerb="import"
          describedBy={`${id}-hint`}
          findProblems={findDiagnostics}
        />
        <ImportProblems text={text} imported={imported} />
        <label className="checkbox">
          <input type="checkbox" checked={keepsMappings} onChange={({ target }) => setKeepsMappings(target.checked)} />
          <span>Keep the current mappings</span>
        </label>
        <button type="button" className="primary" disabled={!imported?.isUsable} onClick={submit}>
          Import
        </button>
      </div>
    </ModalDialog>
  )
}

function findDiagnostics(text: string) {
  const problems = text.trim() === '' ? [] : readImport(text).problems
  return problems.map(({ severity, message, start, end }) => ({
    severity: severity === 'note' ? ('info' as const) : severity,
    message,
    from: Math.min(start, text.length),
    to: Math.min(end, text.length)
  }))
}

function ImportProblems({ text, imported }: { text: string; imported: Import | undefined }) {
  return (
    <div className="import-problems" role="status">
      {imported?.problems.map((problem, index) => {
        const { severity, message, line, column, key } = locateProblem(text, problem)
        return (
          <p key={index} className={severity === 'error' ? 'field-error' : 'field-warning'}>
            Line {line}, column {column}
            {key === '' ? null : (
              <>
                , <code>{key}</code>
              </>
            )}
            : {message}
          </p>
        )
      })}
      {imported?.isUsable ? <p className="hint">Ready to import {describeImport(imported)}.</p> : null}
      {imported && !imported.isUsable && imported.problems.length === 0 ? (
        <p className="field-error">The text has no mappings and no settings.</p>
      ) : null}
    </div>
  )
}
