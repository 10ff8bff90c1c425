import { useState } from 'react'
import { writeUrl } from './state/tester-store'
import { copyText } from './ui/copy-text'
import { Status } from './ui/Status'

/** Copies the page's URL, which contains the case. */
export function CopyUrlButton() {
  const [status, setStatus] = useState('')

  async function copy(): Promise<void> {
    writeUrl()
    const isCopied = await copyText(window.location.href)
    setStatus(isCopied ? 'URL copied' : 'Could not copy. Copy the URL from the address bar.')
  }

  return (
    <div className="copy-url">
      <Status text={status} />
      <button type="button" className="secondary small" onClick={() => void copy()}>
        Copy URL of this case
      </button>
    </div>
  )
}
