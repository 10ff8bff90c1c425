import type { Browser, Page } from 'playwright-core'

interface TraceEvent {
  name: string
  pid: number
  tid: number
  /** The start, in microseconds like `dur`. */
  ts: number
  dur?: number
  args?: { data?: { url?: string } }
}

/** The trace events for calls from the browser into a script. */
const CALLS = ['EvaluateScript', 'FunctionCall']

/** In milliseconds. */
export interface Work {
  /** The duration of each call from the browser into a script. */
  calls: number[]
  /** The duration of each task with such a call, including the work of other scripts. */
  tasks: number[]
}

/** Returns the work of the scripts under a path during an action. */
export async function traceWork(
  path: string,
  browser: Browser,
  page: Page,
  act: () => Promise<unknown>
): Promise<Work> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'v8'] })
  await act()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] }
  const calls = traceEvents.filter(({ name, args }) => CALLS.includes(name) && args?.data?.url?.includes(path))
  const tasks = traceEvents.filter((task) => task.name === 'RunTask' && calls.some((call) => isIn(task, call)))
  if (tasks.length === 0) throw new Error(`The trace contains no task with a script under ${path}`)
  return { calls: calls.map(getMilliseconds), tasks: tasks.map(getMilliseconds) }
}

function getMilliseconds({ dur = 0 }: TraceEvent): number {
  return dur / 1000
}

function isIn(task: TraceEvent, { pid, tid, ts }: TraceEvent): boolean {
  return task.pid === pid && task.tid === tid && task.ts <= ts && ts <= task.ts + (task.dur ?? 0)
}
