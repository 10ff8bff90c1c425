import { useState, type ReactNode } from 'react'
import { sendCall, type SegmentCall } from '../segment/send-call'
import { Status } from '../ui/Status'
import { formatTime } from '../ui/format-time'

interface CallFormProps {
  title: string
  /** Undefined if a field is not valid. */
  call: SegmentCall | undefined
  children: ReactNode
}

/** A form for one method of analytics.js. */
export function CallForm({ title, call, children }: CallFormProps) {
  const [status, setStatus] = useState('')

  function send(): void {
    if (!call) return setStatus('Not sent. Fix the marked field first.')
    sendCall(call)
    setStatus(`Sent at ${formatTime(Date.now())}`)
  }

  return (
    <form
      className="call-form"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <h3 className="visually-hidden">{title}</h3>
      <div className="call-fields">{children}</div>
      <div className="send-row">
        <button type="submit" className="primary">
          {title}
        </button>
        <Status text={status} />
      </div>
    </form>
  )
}
