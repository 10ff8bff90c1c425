import { useSyncExternalStore, type ReactNode } from 'react'
import type { Log, LogItem } from '../observation/log'
import { clockTime } from './clock-time'

interface LogListProps<Entry extends object> {
  label: string
  log: Log<Entry>
  empty: string
  children: (item: LogItem<Entry>) => ReactNode
}

/** The newest entry comes first. */
export function LogList<Entry extends object>({ label, log, empty, children }: LogListProps<Entry>) {
  const items = useSyncExternalStore(log.subscribe, log.entries)
  return (
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      {items.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        <ol className="log">
          {items.map((item) => (
            <li key={item.id}>
              <time dateTime={item.time.toISOString()}>{clockTime(item.time)}</time>
              <div className="log-text">{children(item)}</div>
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}
