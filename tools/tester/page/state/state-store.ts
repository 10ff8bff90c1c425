import { useSyncExternalStore } from 'react'
import { mode } from '../mode'
import { keepFocus } from './focus'
import { caseAddress, readCaseAddress } from './case-address'
import { initialState, subscriptionsOf, type TesterState } from './tester-state'

/** Browsers refuse an address that is written at every key. */
const ADDRESS_DELAY = 300

const initial = initialState(mode.accountToken)
const listeners = new Set<() => void>()

let state = readCaseAddress(window.location.hash, initial)
let addressTimer: number | undefined

/** What is settled once the page has loaded: analytics.js takes its settings at its load. */
function settledAtLoad({ settings, beacon, ...rest }: TesterState): string {
  return JSON.stringify([settings, beacon, subscriptionsOf({ settings, beacon, ...rest })])
}

/** The state with which this page has loaded. */
export const loadedState = state
const settled = settledAtLoad(loadedState)

export function currentState(): TesterState {
  return state
}

export function writeAddress(): void {
  window.clearTimeout(addressTimer)
  const hash = caseAddress(state, initial)
  if (hash !== window.location.hash) {
    window.history.replaceState(null, '', window.location.pathname + window.location.search + hash)
  }
}

export function changeState(change: Partial<TesterState>): void {
  state = { ...state, ...change }
  window.clearTimeout(addressTimer)
  addressTimer = window.setTimeout(writeAddress, ADDRESS_DELAY)
  listeners.forEach((listener) => listener())
}

/** Whether the page has to load again before what is set takes effect. */
export function needsLoad(): boolean {
  return settledAtLoad(state) !== settled
}

export function loadAgain(): void {
  keepFocus()
  writeAddress()
  window.location.reload()
}

/** Another case's address in the same tab. */
export function followAddress(): void {
  window.addEventListener('hashchange', () => {
    // What waits to be written belongs to the case that is left.
    window.clearTimeout(addressTimer)
    window.location.reload()
  })
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useTesterState(): TesterState {
  return useSyncExternalStore(subscribe, currentState)
}

export function useNeedsLoad(): boolean {
  return useSyncExternalStore(subscribe, needsLoad)
}
