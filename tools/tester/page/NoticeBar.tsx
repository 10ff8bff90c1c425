import { useState, useSyncExternalStore } from 'react'
import { notice, showNotice } from './state/notice'
import { undo } from './state/tester-store'
import { undoSteps } from './state/undo'

/** The last message, and the last change that you can undo. */
export function NoticeBar() {
  const message = useSyncExternalStore(notice.subscribe, notice.get)
  const steps = useSyncExternalStore(undoSteps.subscribe, undoSteps.get)
  const [dismissed, setDismissed] = useState<typeof steps>()
  const step = steps === dismissed ? undefined : steps.at(-1)

  function undoStep(label: string): void {
    undo()
    showNotice(`Undone: ${label}.`)
    // The button is removed with the last step.
    if (steps.length === 1) document.querySelector<HTMLElement>('main')?.focus()
  }

  function dismiss(): void {
    notice.set(undefined)
    setDismissed(steps)
    document.querySelector<HTMLElement>('main')?.focus()
  }

  const isEmpty = !message && !step
  return (
    <div className={`notice-bar ${isEmpty ? 'empty' : ''} ${message?.isError ? 'error' : ''}`}>
      <p role={message?.isError ? 'alert' : 'status'}>{message?.text}</p>
      {step ? (
        <button type="button" className="secondary small" onClick={() => undoStep(step.label)}>
          Undo: {step.label}
        </button>
      ) : null}
      {isEmpty ? null : (
        <button type="button" className="secondary small" onClick={dismiss}>
          Dismiss
        </button>
      )}
    </div>
  )
}
