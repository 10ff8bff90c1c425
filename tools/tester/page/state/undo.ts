import { createStore } from './create-store'
import { readSession, writeSession } from './session-storage'
import type { UndoStep } from './undo-stack'

const KEY = 'undo'
const MAX_STEPS = 20

/** The newest step is last. They stay when the page reloads, as it does when you send an event after a change. */
export const undoSteps = createStore<readonly UndoStep[]>(readSteps())

export function addUndoStep(step: UndoStep): void {
  setSteps([...undoSteps.get(), step].slice(-MAX_STEPS))
}

export function takeUndoStep(): UndoStep | undefined {
  const steps = undoSteps.get()
  setSteps(steps.slice(0, -1))
  return steps.at(-1)
}

function setSteps(steps: readonly UndoStep[]): void {
  undoSteps.set(steps)
  writeSession(KEY, steps)
}

function readSteps(): UndoStep[] {
  const stored = readSession(KEY)
  return Array.isArray(stored) ? (stored as UndoStep[]) : []
}
