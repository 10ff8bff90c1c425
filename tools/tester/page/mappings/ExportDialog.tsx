import { useState } from 'react'
import { useTesterState } from '../state/tester-store'
import { copyText } from '../ui/copy-text'
import { Status } from '../ui/Status'
import { downloadText } from './download-text'
import { createExport, EXPORT_FORMATS } from './export-formats'
import { ModalDialog } from './ModalDialog'

/** Shows mappings and settings in the format of your choice, to copy or download. */
export function ExportDialog({ onClose }: { onClose: () => void }) {
  const state = useTesterState()
  const [format, setFormat] = useState<(typeof EXPORT_FORMATS)[number]>(EXPORT_FORMATS[0])
  const [status, setStatus] = useState('')
  const text = createExport(format.value, state)

  async function copy(): Promise<void> {
    const isCopied = await copyText(text)
    setStatus(isCopied ? 'Copied' : 'Could not copy. Allow this page to use the clipboard, or download the file.')
  }

  return (
    <ModalDialog title="Export mappings and settings" onClose={onClose}>
      <fieldset className="export-formats">
        <legend className="visually-hidden">Format</legend>
        {EXPORT_FORMATS.map((option) => (
          <label key={option.value} className="checkbox">
            <input
              type="radio"
              name="export-format"
              checked={option === format}
              onChange={() => {
                setFormat(option)
                setStatus('')
              }}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </fieldset>
      <pre className="json-block export-text" role="region" aria-label="Export" tabIndex={0}>
        {text}
      </pre>
      <div className="mapping-actions">
        <button type="button" className="primary" onClick={() => void copy()}>
          Copy
        </button>
        <button type="button" className="secondary" onClick={() => downloadText(format.fileName, text)}>
          Download {format.fileName}
        </button>
        <Status text={status} />
      </div>
    </ModalDialog>
  )
}
