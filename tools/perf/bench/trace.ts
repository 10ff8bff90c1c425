import type { Browser, Page } from 'playwright-core'

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** In microseconds, as `dur`. */
  ts: number
  dur?: number
  args?: { data?: { url?: string } }
}

/** The browser's names for the entry into a script. */
const ENTRIES = ['EvaluateScript', 'FunctionCall']

/** In milliseconds. */
export interface Work {
  /** The duration of each entry into a script. */
  entries: number[]
  /** The duration of each task with such an entry, including the work of other scripts. */
  tasks: number[]
}

/** Traces a page during an action, and returns the work in scripts below the path. */
export async function workOf(path: string, browser: Browser, page: Page, act: () => Promise<unknown>): Promise<Work> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'] })
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const entries = traceEvents.filter(({ name, args }) => ENTRIES.includes(name) && args?.data?.url?.includes(path))
  const tasks = traceEvents.filter((task) => task.name === 'RunTask' && entries.some((entry) => isIn(task, entry)))
  if (tasks.length === 0) throw new Error(`The trace has no task with a script of ${path}`)
  return { entries: entries.map(milliseconds), tasks: tasks.map(milliseconds) }
}

function milliseconds({ dur = 0 }: TraceEvent): number {
  return dur / 1000
}

function isIn(task: TraceEvent, { pid, tid, ts }: TraceEvent): boolean {
  return task.pid === pid && task.tid === tid && task.ts <= ts && ts <= task.ts + (task.dur ?? 0)
}
