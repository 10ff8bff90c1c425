import { useSyncExternalStore } from 'react'
import { encodeCase, hasCase } from '../../../cli/mapping-checks/case-url'
import { liveMode } from '../live-mode'
import { fromCase, toCase, type Case } from './case'
import { createStore } from './create-store'
import { saveFocus } from './focus'
import { loadState, storeState } from './load-state'
import { createInitialState, getSubscriptions, type TesterState } from './tester-state'
import { addUndoStep, takeUndoStep } from './undo'
import { createUndoStep, describeLoss, undoStep } from './undo-stack'

/** In milliseconds. */
const STORE_DELAY = 300

const initialState = createInitialState(liveMode.accountToken)
const loaded = loadState(initialState)

/** The state when the page loaded. */
export const loadedState = loaded.state

const store = createStore(loadedState)
const loadedOptions = getLoadOptions(loadedState)
let storeTimer: number | undefined

if (loaded.state !== loaded.stored) {
  addUndoStep(createUndoStep(loaded.stored, loaded.state, 'open case'))
  storeNow()
}

/**
 * Changes the state. You can undo changes with a label, and changes that remove mappings or replace several settings.
 * Labels are commands, such as "remove Track Event".
 */
export function updateState(changes: Partial<TesterState>, undoLabel?: string): void {
  const state = store.get()
  const label = undoLabel ?? describeLoss(state, changes)
  if (label !== undefined) addUndoStep(createUndoStep(state, changes, label))
  setState({ ...state, ...changes })
}

export function undo(): void {
  const step = takeUndoStep()
  if (step) setState({ ...store.get(), ...undoStep(store.get(), step) })
}

/** Replaces the state. Throws if the case is not valid, and then changes nothing. */
export function openCase(value: Case, name: string): void {
  updateState(fromCase(value, initialState), `open ${name}`)
}

export function getCase(): Case {
  return toCase(store.get(), initialState)
}

/** A URL that opens the current case. Browsers do not send its hash to servers. Throws if the case is too long. */
export function createCaseUrl(): string {
  const { origin, pathname } = window.location
  return origin + pathname + encodeCase(getCase())
}

export function useTesterState(): TesterState {
  return useSyncExternalStore(store.subscribe, store.get)
}

/** Whether changes take effect only after a reload: analytics.js reads settings and mappings when it loads. */
export function isReloadNeeded(): boolean {
  return getLoadOptions(store.get()) !== loadedOptions
}

export function useIsReloadNeeded(): boolean {
  return useSyncExternalStore(store.subscribe, isReloadNeeded)
}

export function reloadPage(): void {
  saveFocus()
  storeNow()
  window.location.reload()
}

/** Opens the case of a link that was entered in the same tab. */
export function openCaseOnUrlChange(): void {
  window.addEventListener('pagehide', storeNow)
  window.addEventListener('hashchange', () => {
    if (hasCase(window.location.hash)) reloadPage()
  })
}

function setState(state: TesterState): void {
  store.set(state)
  window.clearTimeout(storeTimer)
  storeTimer = window.setTimeout(storeNow, STORE_DELAY)
}

function storeNow(): void {
  window.clearTimeout(storeTimer)
  storeState(store.get())
}

function getLoadOptions(state: TesterState): string {
  return JSON.stringify([state.settings, state.beacon, getSubscriptions(state)])
}
