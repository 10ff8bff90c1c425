/** In milliseconds. The intervals of the destination are multiples of it. */
const STEP = 50

/** Advances the fake timers, and settles promises between them. Jest 27 has no `advanceTimersByTimeAsync`. */
export async function advanceTime(milliseconds: number): Promise<void> {
  await settlePromises()
  for (let rest = milliseconds; rest > 0; rest -= STEP) {
    jest.advanceTimersByTime(Math.min(rest, STEP))
    await settlePromises()
  }
}

async function settlePromises(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}
