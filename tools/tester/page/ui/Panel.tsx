import { useId, type ReactNode } from 'react'

interface PanelProps {
  title: ReactNode
  hint?: ReactNode
  action?: ReactNode
  className?: string
  children: ReactNode
}

export function Panel({ title, hint, action, className = '', children }: PanelProps) {
  const titleId = useId()
  return (
    <section className={`panel ${className}`} aria-labelledby={titleId}>
      <header className="panel-header">
        <h2 id={titleId}>{title}</h2>
        {hint ? <p className="hint">{hint}</p> : null}
        {action}
      </header>
      {children}
    </section>
  )
}
