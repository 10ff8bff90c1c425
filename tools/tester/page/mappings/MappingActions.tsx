import { useState } from 'react'
import { formatJson } from '../json/json-object'
import { createPresetMappings, getSubscriptions } from '../state/tester-state'
import { updateState, useTesterState } from '../state/tester-store'
import { copyText } from '../ui/copy-text'
import { Status } from '../ui/Status'

export function MappingActions() {
  const state = useTesterState()
  const [status, setStatus] = useState('')

  async function copy(): Promise<void> {
    const isCopied = await copyText(formatJson(getSubscriptions(state)))
    setStatus(isCopied ? 'Mappings copied' : 'Could not copy. Allow this page to use the clipboard.')
  }

  function reset(): void {
    updateState({ mappings: createPresetMappings() })
    setStatus('Mappings reset to presets')
  }

  return (
    <div className="mapping-actions">
      <button type="button" className="secondary small" onClick={() => void copy()}>
        Copy mappings as JSON
      </button>
      <button type="button" className="secondary small" onClick={reset}>
        Reset to presets
      </button>
      <Status text={status} />
    </div>
  )
}
