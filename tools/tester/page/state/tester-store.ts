import { useSyncExternalStore } from 'react'
import { liveMode } from '../live-mode'
import { createCaseHash, readCaseHash } from './case-url'
import { createStore } from './create-store'
import { saveFocus } from './focus'
import { createInitialState, getSubscriptions, type TesterState } from './tester-state'

/** In milliseconds. Browsers limit how often a page can change its URL. */
const URL_DELAY = 300

const initialState = createInitialState(liveMode.accountToken)

/** The state when the page loaded. */
export const loadedState = readCaseHash(window.location.hash, initialState)

const store = createStore(loadedState)
const loadedOptions = getLoadOptions(loadedState)
let urlTimer: number | undefined

export function updateState(changes: Partial<TesterState>): void {
  store.set({ ...store.get(), ...changes })
  window.clearTimeout(urlTimer)
  urlTimer = window.setTimeout(writeUrl, URL_DELAY)
}

export function useTesterState(): TesterState {
  return useSyncExternalStore(store.subscribe, store.get)
}

/** Writes the state to the part of the URL after `#`, which browsers do not send to servers. */
export function writeUrl(): void {
  window.clearTimeout(urlTimer)
  const hash = createCaseHash(store.get(), initialState)
  if (hash !== window.location.hash) {
    window.history.replaceState(null, '', window.location.pathname + window.location.search + hash)
  }
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
  writeUrl()
  window.location.reload()
}

/** Opens the case of a URL that was entered in the same tab. */
export function reloadOnUrlChange(): void {
  window.addEventListener('hashchange', () => {
    // The pending change belongs to the previous case.
    window.clearTimeout(urlTimer)
    window.location.reload()
  })
}

function getLoadOptions(state: TesterState): string {
  return JSON.stringify([state.settings, state.beacon, getSubscriptions(state)])
}
