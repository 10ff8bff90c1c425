/** Replaces timers, and fails tests in which anything writes to the console, which belongs to the app. */
export function useFakeTime(): void {
  let output: jest.SpyInstance[] = []
  beforeEach(() => {
    jest.useFakeTimers()
    output = (['log', 'info', 'warn', 'error'] as const).map((method) => jest.spyOn(console, method).mockReturnValue())
  })
  afterEach(() => {
    // Ends what still polls.
    jest.clearAllTimers()
    for (const method of output) expect(method).not.toHaveBeenCalled()
    jest.restoreAllMocks()
  })
}

/** Lets a time in milliseconds pass, with all that happens then. */
export async function pass(duration: number): Promise<void> {
  await jest.advanceTimersByTimeAsync(duration)
}

/** Lets time pass until the promise is settled, at most two minutes. */
export async function finish<Value>(promise: Promise<Value>): Promise<Value> {
  const settled = promise.then(
    () => true,
    () => true
  )
  for (let passed = 0; passed < 120_000; passed += 10) {
    if (await Promise.race([settled, pass(10).then(() => false)])) return promise
  }
  throw new Error('The promise is not settled after two minutes')
}
