import { useId, useRef, type ReactNode } from 'react'

interface PopoverProps {
  label: string
  className?: string
  /** `close` closes the popover and returns the focus to its button. */
  children: (close: () => void) => ReactNode
}

/** A button that opens a layer above the page. A click outside or the Escape key closes it. */
export function Popover({ label, className = '', children }: PopoverProps) {
  const id = useId()
  const layer = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  function close(): void {
    layer.current?.hidePopover()
    button.current?.focus()
  }

  return (
    <div className={`popover-anchor ${className}`}>
      <button ref={button} type="button" className="secondary small" aria-haspopup="dialog" popoverTarget={id}>
        {label}
      </button>
      <div
        ref={layer}
        id={id}
        className="popover"
        popover="auto"
        role="dialog"
        aria-label={label}
        onToggle={({ newState }) => {
          if (newState === 'open') layer.current?.querySelector('input')?.focus()
        }}
      >
        {children(close)}
      </div>
    </div>
  )
}
