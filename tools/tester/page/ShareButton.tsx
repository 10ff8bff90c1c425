import { useState } from 'react'
import { writeAddress } from './state/state-store'
import { copyText } from './ui/copy-text'

/** The address holds all that is set here; nothing of it is sent anywhere. */
export function ShareButton() {
  const [status, setStatus] = useState('')
  return (
    <div className="share">
      <p role="status" className="hint">
        {status}
      </p>
      <button
        type="button"
        className="secondary small"
        onClick={() => {
          writeAddress()
          void copyText(window.location.href).then((copied) =>
            setStatus(copied ? 'Copied' : 'Copy it from the address bar')
          )
        }}
      >
        Copy address of this case
      </button>
    </div>
  )
}
