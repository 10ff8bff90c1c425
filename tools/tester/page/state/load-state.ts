import { isObject } from '../../../../src/destinations/inmoment/is-object'
import { decodeCase, hasCase } from '../../../cli/mapping-checks/case-url'
import { liveMode } from '../live-mode'
import { fromCase } from './case'
import { showError, showNotice } from './notice'
import { readSession, writeSession } from './session-storage'
import type { MappingEntry, TesterState } from './tester-state'

const KEY = 'case'

const LIVE_MESSAGE =
  'Live mode does not open cases from links, because their data would reach an InMoment account. Start the action tester without --live to open this case.'

/** The state of the tab, or that of the case in the URL, which is read once and then removed. */
export function loadState(initialState: TesterState): { state: TesterState; stored: TesterState } {
  const stored = readStoredState(initialState)
  const { hash, pathname, search } = window.location
  if (!hasCase(hash)) return { state: stored, stored }
  window.history.replaceState(null, '', pathname + search)
  return { state: readLink(hash, initialState) ?? stored, stored }
}

/** Keeps the state for the next page load in this tab. */
export function storeState(state: TesterState): void {
  writeSession(KEY, state)
}

function readLink(hash: string, initialState: TesterState): TesterState | undefined {
  if (liveMode.isLive) {
    showError(LIVE_MESSAGE)
    return undefined
  }
  try {
    const state = fromCase(decodeCase(hash), initialState)
    showNotice('Opened the case of the link.')
    return state
  } catch (error) {
    showError(`${error instanceof Error ? error.message : String(error)} Nothing was changed.`)
    return undefined
  }
}

function readStoredState(initialState: TesterState): TesterState {
  const stored = readSession(KEY)
  if (!isObject(stored) || !('mappings' in stored) || !Array.isArray(stored.mappings)) return initialState
  // The IDs of mappings stay, because undo needs them.
  const mappings = stored.mappings as MappingEntry[]
  try {
    const value = { ...stored, mappings: mappings.map(({ subscription }) => subscription) }
    return { ...fromCase(value, initialState), mappings }
  } catch {
    return initialState
  }
}
