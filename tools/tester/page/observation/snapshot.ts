/** A value as it was at one moment: text for whatever can be shown on one line, entries for the rest. */
export type Snapshot = string | SnapshotEntries

export interface SnapshotEntries {
  [key: string]: Snapshot
}

/** Callbacks have nothing to show but their names. */
function namesOfFunctions(entries: [string, unknown][]): string | undefined {
  if (entries.length === 0 || entries.some(([, value]) => typeof value !== 'function')) return undefined
  return entries.map(([name]) => `${name}()`).join(', ')
}

function inOneLine(value: unknown): string {
  if (typeof value === 'bigint') return value.toString()
  // Not for what JSON has no word for, whatever its types say.
  const text = JSON.stringify(value) as string | undefined
  return text ?? typeof value
}

function takeWithin(value: unknown, ancestors: readonly object[]): Snapshot {
  if (typeof value === 'function') return 'function'
  if (typeof value !== 'object' || value === null) return inOneLine(value)
  if (value instanceof Date) return String(value)
  if (ancestors.includes(value)) return 'circular'
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null)) {
    return JSON.stringify(value)
  }
  const entries: [string, unknown][] = Object.entries(value)
  if (entries.length === 0) return '{}'
  return (
    namesOfFunctions(entries) ??
    Object.fromEntries(entries.map(([key, child]) => [key, takeWithin(child, [...ancestors, value])]))
  )
}

export function takeSnapshot(value: unknown): Snapshot {
  return takeWithin(value, [])
}
