import { isObject } from '../../../../src/destinations/inmoment/is-object'
import { createStore } from '../state/create-store'
import { liveMode } from '../live-mode'

export interface SavedCase {
  name: string
  case: Record<string, unknown>
}

/** A case of the sandbox must not be opened with InMoment's beacon by accident. */
const KEY = `inmoment-tester.cases.${liveMode.isLive ? 'live' : 'sandbox'}`

/** The cases that you have saved in this browser, by name. */
export const savedCases = createStore<readonly SavedCase[]>(readCases())

/** Replaces a case with the same name. Returns false if the browser does not store it. */
export function saveCase(saved: SavedCase): boolean {
  const others = savedCases.get().filter(({ name }) => name !== saved.name)
  return writeCases([...others, saved].sort((one, other) => one.name.localeCompare(other.name)))
}

export function deleteCase(name: string): void {
  writeCases(savedCases.get().filter((saved) => saved.name !== name))
}

function readCases(): SavedCase[] {
  try {
    const stored: unknown = JSON.parse(window.localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isSavedCase) : []
  } catch {
    return []
  }
}

function writeCases(cases: readonly SavedCase[]): boolean {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(cases))
    savedCases.set(cases)
    return true
  } catch {
    return false
  }
}

function isSavedCase(value: unknown): value is SavedCase {
  return isObject(value) && 'name' in value && typeof value.name === 'string' && 'case' in value && isObject(value.case)
}
