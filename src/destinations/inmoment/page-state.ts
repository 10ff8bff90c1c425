import type { InMomentError } from './errors'
import { EMPTY_RESPONDENT, type Ids, type Respondent } from './respondent'
import type { ScriptUrlPolicy } from './wootric/script'
import type { WootricSettings } from './wootric/types'

/** An event that waits for the beacon. `update` updates the respondent, `send` sends the command. */
export interface QueuedEvent {
  update: () => void
  send: () => void
  isSurveyRequest: boolean
  settle: (error?: InMomentError) => void
}

/** The state that all instances on the page share. Each group of fields has one module that writes it. */
export interface PageState {
  respondent: Respondent // current-respondent.ts
  accountToken?: string // account-token.ts: the account of the first instance
  hasWarned?: boolean
  // settings.ts: values that the page itself wrote, and all values of the last write
  pageSettings: WootricSettings
  writtenSettings: WootricSettings
  // made-events.ts: the message IDs of the events made since the last reset, each with the instance that sends it
  madeEvents: Map<string | null | undefined, { anonymousId?: string | null; sender?: object }>
  hasReset?: boolean
  hasEarlierEvents?: boolean
  // event-queue.ts: why the beacon is missing, the last survey request that failed for this reason, and the wait limit
  queue: QueuedEvent[]
  failure?: string
  missedRequest?: () => void
  waitLimit?: Promise<void>
  // survey-events.ts: the respondent of the last survey request, and of the visible survey, with its last response
  requestedFor?: Ids
  survey?: { respondent?: Ids; response?: string }
  callbackRuns: number
  policy?: ScriptUrlPolicy // wootric/script.ts: a page may allow a policy of one name only once
}

/** Versioned, because a page can have instances of different releases. */
export const KEY = Symbol.for('segment.actions-inmoment@1')
let unshared: PageState | undefined

export function pageState(): PageState {
  try {
    const page = window as { [KEY]?: unknown }
    page[KEY] ??= createPageState()
    // Another script may use the same symbol.
    if ((page[KEY] as PageState).madeEvents instanceof Map) return page[KEY] as PageState
  } catch {
    // The page may prevent access to it.
  }
  return (unshared ??= createPageState())
}

function createPageState(): PageState {
  const fields = {
    respondent: EMPTY_RESPONDENT,
    pageSettings: {},
    writtenSettings: {},
    madeEvents: new Map(),
    queue: []
  }
  // Without a prototype, since another script may have damaged Object.prototype.
  return Object.setPrototypeOf({ ...fields, callbackRuns: 0 }, null) as PageState
}
