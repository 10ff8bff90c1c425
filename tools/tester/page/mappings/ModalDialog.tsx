import { useId, useLayoutEffect, useRef, type ReactNode } from 'react'

interface ModalDialogProps {
  title: string
  onClose: () => void
  children: ReactNode
}

/** Closes on Escape. The browser then restores the focus. */
export function ModalDialog({ title, onClose, children }: ModalDialogProps) {
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  return (
    <dialog ref={dialog} className="modal-dialog" aria-labelledby={id} onClose={onClose}>
      <header className="panel-header">
        <h2 id={id}>{title}</h2>
        <button type="button" className="secondary small" onClick={onClose}>
          Cancel
        </button>
      </header>
      {children}
    </dialog>
  )
}
