import type { InMomentError } from './errors'
import { EMPTY_RESPONDENT } from './respondent'
import type { Ids, Respondent } from './respondent'
import type { ScriptUrlPolicy } from './wootric/script'
import type { WootricSettings } from './wootric/types'

/** An event that waits for the beacon. `update` applies its changes, and `send` sends its command. */
export interface QueuedEvent {
  update: () => void
  send: () => void
  isSurveyRequest: boolean
  settle: (error?: InMomentError) => void
}

/** The state that all instances on the page share. Each group of fields is written by one module. */
export interface PageState {
  // update-respondent.ts and clear-user.ts
  respondent: Respondent
  // account-token.ts: the account token of the first instance
  accountToken?: string
  hasWarned?: boolean
  // sync-settings.ts: the page's own personal values, and all values that were written last
  pageSettings: WootricSettings
  lastSettings: WootricSettings
  // recent-events.ts: events since the last reset by message ID, with the instance that delivers them
  recentEvents: Map<string | null | undefined, { anonymousId?: string | null; sender?: object }>
  hasReset?: boolean
  hasEarlierEvents?: boolean
  // event-queue.ts: why the beacon is missing, and the last survey request that failed because of it
  queue: QueuedEvent[]
  failure?: string
  failedRequest?: () => void
  loadTimeout?: Promise<void>
  // survey-events.ts: the IDs of the last survey request, and of the visible survey with its last response
  requestIds?: Ids
  survey?: { respondent?: Ids; response?: string }
  callbackCount: number
  // wootric/script.ts: a page may allow only one trusted types policy of each name
  policy?: ScriptUrlPolicy
}

/** Has a version, because a page can have instances of different releases. */
export const STATE_KEY = Symbol.for('segment.actions-inmoment@1')
let unsharedState: PageState | undefined

/** Returns the page's state, which is stored on `window`. If the page prevents that, the instance has its own state. */
export function getPageState(): PageState {
  try {
    const page = window as { [STATE_KEY]?: unknown }
    page[STATE_KEY] ??= createPageState()
    // Another script may use the same symbol.
    if ((page[STATE_KEY] as PageState).recentEvents instanceof Map) return page[STATE_KEY] as PageState
  } catch {
    // The page prevents reading or writing the symbol.
  }
  return (unsharedState ??= createPageState())
}

function createPageState(): PageState {
  const state = {
    // Another script may add keys to Object.prototype.
    __proto__: null,
    respondent: EMPTY_RESPONDENT,
    pageSettings: {},
    lastSettings: {},
    recentEvents: new Map(),
    queue: [],
    callbackCount: 0
  }
  return state
}
