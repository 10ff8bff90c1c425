/** A value at one moment: a text if it fits on one line, otherwise its entries. */
export type Snapshot = string | SnapshotEntries

export interface SnapshotEntries {
  [key: string]: Snapshot
}

export function takeSettingsSnapshot(): Snapshot {
  return takeSnapshot(window.wootricSettings ?? {})
}

export function takeSnapshot(value: unknown, ancestors: readonly object[] = []): Snapshot {
  if (typeof value === 'function') return 'function'
  if (typeof value !== 'object' || value === null) return formatPrimitive(value)
  if (value instanceof Date) return String(value)
  if (ancestors.includes(value)) return 'circular'
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    return JSON.stringify(value)
  }
  const entries: [string, unknown][] = Object.entries(value)
  if (entries.length === 0) return '{}'
  if (entries.every(([, child]) => typeof child === 'function')) return entries.map(([name]) => `${name}()`).join(', ')
  return Object.fromEntries(entries.map(([key, child]) => [key, takeSnapshot(child, [...ancestors, value])]))
}

function formatPrimitive(value: unknown): string {
  if (typeof value === 'bigint') return value.toString()
  // Undefined for undefined and symbols, unlike the type of JSON.stringify.
  const text = JSON.stringify(value) as string | undefined
  return text ?? typeof value
}
