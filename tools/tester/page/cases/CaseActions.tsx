import { useState } from 'react'
import { createCaseUrl } from '../state/tester-store'
import { copyText } from '../ui/copy-text'
import { Popover } from '../ui/Popover'
import { Status } from '../ui/Status'
import { SavedCases } from './SavedCases'

/** Shares the case as a URL, and saves it in this browser. */
export function CaseActions() {
  const [status, setStatus] = useState('')

  async function copyUrl(): Promise<void> {
    try {
      const isCopied = await copyText(createCaseUrl())
      setStatus(
        isCopied ? "URL copied. It contains the event's data." : 'Could not copy. Allow this page to use the clipboard.'
      )
    } catch (error) {
      setStatus(error instanceof Error ? error.message : String(error))
    }
  }

  return (
    <div className="case-actions">
      <Status text={status} />
      <button
        type="button"
        className="secondary small"
        title="The URL contains the event, the settings and the mappings"
        onClick={() => void copyUrl()}
      >
        Copy URL of this case
      </button>
      <Popover label="Saved cases">{(close) => <SavedCases close={close} />}</Popover>
    </div>
  )
}
