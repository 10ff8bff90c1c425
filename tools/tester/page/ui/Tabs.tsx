import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { useSessionState } from '../state/session-storage'

export interface Tab {
  name: string
  content: ReactNode
}

interface TabsProps {
  label: string
  tabs: readonly Tab[]
}

interface ControlledTabsProps extends TabsProps {
  selected: number
  onSelect: (index: number) => void
}

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 }

/** Hidden panels stay in the page, so that their inputs keep their values. */
export function ControlledTabs({ label, tabs, selected, onSelect }: ControlledTabsProps) {
  const id = useId()
  const buttons = useRef<(HTMLButtonElement | null)[]>([])

  function handleArrowKey(event: KeyboardEvent): void {
    const step = STEPS[event.key]
    if (step === undefined) return
    event.preventDefault()
    const next = (selected + step + tabs.length) % tabs.length
    onSelect(next)
    buttons.current[next]?.focus()
  }

  return (
    <>
      <div role="tablist" aria-label={label} className="tabs" onKeyDown={handleArrowKey}>
        {tabs.map((tab, index) => (
          <button
            key={tab.name}
            ref={(button) => {
              buttons.current[index] = button
            }}
            type="button"
            role="tab"
            id={`${id}-tab-${index}`}
            aria-controls={`${id}-panel-${index}`}
            aria-selected={index === selected}
            tabIndex={index === selected ? 0 : -1}
            onClick={() => onSelect(index)}
          >
            {tab.name}
          </button>
        ))}
      </div>
      {tabs.map((tab, index) => (
        <div
          key={tab.name}
          role="tabpanel"
          className="tab-panel"
          id={`${id}-panel-${index}`}
          aria-labelledby={`${id}-tab-${index}`}
          hidden={index !== selected}
        >
          {tab.content}
        </div>
      ))}
    </>
  )
}

/** Tabs that keep the selected tab when the page reloads. */
export function Tabs({ label, tabs }: TabsProps) {
  const [selected, setSelected] = useSessionState(`tab.${label}`, 0)
  return (
    <ControlledTabs label={label} tabs={tabs} selected={selected < tabs.length ? selected : 0} onSelect={setSelected} />
  )
}
