import { takeSnapshot, type Snapshot } from './snapshot'

const POLL_INTERVAL = 250

export interface SettingsView {
  /** As they were before the last call. */
  before: Snapshot
  now: Snapshot
}

export interface SettingsWatch {
  view: () => SettingsView
  /** A call begins: what changes from here on is its doing. */
  mark: () => void
  check: () => void
  /** Anything on a page may write to the settings at any time, and nothing tells. */
  start: () => void
  subscribe: (listener: () => void) => () => void
}

function createSettingsWatch(): SettingsWatch {
  const listeners = new Set<() => void>()
  const initial = takeSnapshot(window.wootricSettings ?? {})
  let view: SettingsView = { before: initial, now: initial }

  function update(next: SettingsView): void {
    view = next
    listeners.forEach((listener) => listener())
  }

  function check(): void {
    const now = takeSnapshot(window.wootricSettings ?? {})
    if (JSON.stringify(now) !== JSON.stringify(view.now)) update({ ...view, now })
  }

  return {
    view: () => view,
    mark() {
      const now = takeSnapshot(window.wootricSettings ?? {})
      update({ before: now, now })
    },
    check,
    start() {
      window.setInterval(check, POLL_INTERVAL)
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    }
  }
}

export const settingsWatch = createSettingsWatch()
