import { useState } from 'react'
import { createPresetMappings } from '../state/tester-state'
import { updateState } from '../state/tester-store'
import { Status } from '../ui/Status'
import { ExportDialog } from './ExportDialog'
import { ImportDialog } from './ImportDialog'

export function MappingActions() {
  const [status, setStatus] = useState('')
  const [dialog, setDialog] = useState<'import' | 'export'>()

  function reset(): void {
    updateState({ mappings: createPresetMappings() })
    setStatus('Mappings reset to presets')
  }

  return (
    <div className="mapping-actions">
      <button type="button" className="secondary small" onClick={() => setDialog('import')}>
        Import
      </button>
      <button type="button" className="secondary small" onClick={() => setDialog('export')}>
        Export
      </button>
      <button type="button" className="secondary small" onClick={reset}>
        Reset to presets
      </button>
      <Status text={status} />
      {dialog === 'import' ? <ImportDialog onClose={() => setDialog(undefined)} onImport={setStatus} /> : null}
      {dialog === 'export' ? <ExportDialog onClose={() => setDialog(undefined)} /> : null}
    </div>
  )
}
