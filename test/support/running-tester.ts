import type { RunningDemo } from './served-tester'

/** From the global set-up to its teardown, which run in one process. */
export const running: { demo?: RunningDemo } = ((globalThis as { runningDemo?: object }).runningDemo ??= {})
