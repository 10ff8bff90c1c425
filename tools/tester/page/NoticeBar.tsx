import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { notice, showNotice } from './state/notice'
import { undo } from './state/tester-store'
import { undoSteps } from './state/undo'

/** The last message, and the last change that you can undo. */
export function NoticeBar() {
  const message = useSyncExternalStore(notice.subscribe, notice.get)
  const steps = useSyncExternalStore(undoSteps.subscribe, undoSteps.get)
  const [dismissed, setDismissed] = useState<typeof steps>()
  const step = steps === dismissed ? undefined : steps.at(-1)
  const undoButton = useRef<HTMLButtonElement>(null)
  const previousSteps = useRef(steps)

  useEffect(() => {
    // The change may have removed the focused element, such as the form of a mapping.
    const isNew = steps.length > 0 && steps.at(-1) !== previousSteps.current.at(-1)
    if (isNew && document.activeElement === document.body) undoButton.current?.focus()
    previousSteps.current = steps
  }, [steps])

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
        <button ref={undoButton} type="button" className="secondary small" onClick={() => undoStep(step.label)}>
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
