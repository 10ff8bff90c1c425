import { useState, type ReactNode } from 'react'
import { sendCall, type SegmentCall } from '../segment/send-call'
import { clockTime } from '../ui/clock-time'

interface CallFormProps {
  title: string
  /** Undefined while the fields do not make a call, for one because of broken JSON. */
  call: SegmentCall | undefined
  children: ReactNode
}

export function CallForm({ title, call, children }: CallFormProps) {
  const [status, setStatus] = useState('')

  function submit(): void {
    if (!call) {
      setStatus('Not sent: fix the marked field first.')
      return
    }
    sendCall(call)
    setStatus(`Sent at ${clockTime(new Date())}`)
  }

  return (
    <form
      className="call-form"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <h3 className="visually-hidden">{title}</h3>
      <div className="fields">{children}</div>
      <div className="call-actions">
        <button type="submit" className="primary">
          {title}
        </button>
        <p role="status" className="hint">
          {status}
        </p>
      </div>
    </form>
  )
}
