/** A warning or an error of an event. */
export interface Log {
  /** The step of its event. */
  step?: number
  text: string
}

/** The parts of an event's context that the page reads. */
interface Context {
  event: { properties?: { step?: number }; traits?: { step?: number } }
  log: (level: string, message: string, extras?: object) => void
}

/** What the page records. */
export interface Recording {
  analytics: Record<string, (...values: unknown[]) => unknown>
  logs: Log[]
  /** How many calls of analytics.js have resolved. A queued event can log its result later. */
  settled: number
  isReady?: boolean
  /** Whether the beacon's script has run, with any result. */
  hasRunBeacon?: boolean
}

/** Runs in the page: records when analytics.js is ready, when the beacon's script has run, and the logs of events. */
export function startRecording(): void {
  const page = window as unknown as Recording
  page.logs = []
  page.settled = 0
  page.analytics.ready?.(() => (page.isReady = true))
  const recordScript = ({ target }: Event): void => {
    if (target instanceof HTMLScriptElement && target.src.includes('wootric')) page.hasRunBeacon = true
  }
  document.addEventListener('load', recordScript, { capture: true })

  const format = (value: unknown): string =>
    value instanceof Error ? `${value.name}: ${value.message}` : String(value)
  let isPatched = false
  // analytics.js creates a context for each destination, and drops it. Only the prototype receives all logs.
  page.analytics.on?.('dispatch_start', (context: Context) => {
    if (isPatched) return
    isPatched = true
    const prototype = Object.getPrototypeOf(context) as Context
    const { log } = prototype
    prototype.log = function (level, message, extras) {
      const { traits, properties } = this.event
      const step = traits?.step ?? properties?.step
      const values = extras instanceof Error ? [extras] : Object.values(extras ?? {})
      if (level === 'warn' || level === 'error')
        page.logs.push({ step, text: [level, message, ...values.map(format)].join(' ') })
      log.call(this, level, message, extras)
    }
  })
}
