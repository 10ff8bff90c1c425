import type { ReactNode } from 'react'

interface ScrollRegionProps {
  label: string
  className?: string
  children: ReactNode
}

/** A part of a panel that scrolls. It is focusable, so that you can scroll it with the keyboard. */
export function ScrollRegion({ label, className = '', children }: ScrollRegionProps) {
  return (
    <div className={`scroll-region ${className}`} role="region" aria-label={label} tabIndex={0}>
      {children}
    </div>
  )
}
