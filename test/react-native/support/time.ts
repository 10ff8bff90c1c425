/** Replaces timers, and fails tests that write to the console, which belongs to the app. */
export function useFakeTime(): void {
  const methods = ['log', 'info', 'warn', 'error'] as const
  beforeEach(() => {
    jest.useFakeTimers()
    for (const method of methods) jest.spyOn(console, method).mockReturnValue()
  })
  afterEach(() => {
    // Ends what still polls.
    jest.clearAllTimers()
    for (const method of methods) expect(console[method]).not.toHaveBeenCalled()
    jest.restoreAllMocks()
  })
}

/** Lets a time in milliseconds pass, with all that happens then. */
export async function pass(duration: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(duration)
}

/** Lets time pass until the promise is settled, at most two minutes. */
export async function finish<Value>(promise: Promise<Value>): Promise<Value> {
  let isSettled = false
  const settle = () => (isSettled = true)
  promise.then(settle, settle)
  for (let passed = 0; !isSettled && passed < 120_000; passed += 10) await pass(10)
  if (!isSettled) throw new Error('The promise is not settled after two minutes')
  return promise
}
