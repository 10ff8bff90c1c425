import type { InMomentError } from './errors'
import { isObject } from './is-object'
import { EMPTY, type Ids, type Respondent } from './respondent'
import type { ScriptUrlPolicy } from './wootric/script'
import type { WootricSettings } from './wootric/types'

/** A delivery that waits for the beacon. */
export interface QueuedEvent {
  /** Applies what the event says of the user, the group or the page. */
  update: () => void
  /** Sends the event's command. */
  send: () => void
  isSurveyRequest: boolean
  settle: (error?: InMomentError) => void
}

/**
 * The state of the page, shared by every instance of the destination on it: several sources, or the npm package next to
 * Segment's CDN. Each group of fields has one module that writes it. Every field has a value, so that none is inherited
 * from a damaged Object.prototype.
 */
class PageState {
  // current-respondent.ts
  respondent: Respondent = EMPTY

  // account-token.ts: the account of the first instance
  accountToken?: string = undefined
  hasWarned = false

  // settings.ts: the personal values that the page itself wrote, and all values of the last write
  ownSettings: WootricSettings = {}
  writtenSettings: WootricSettings = {}

  // made-events.ts: the message IDs of the events made since the last reset, each with the instance that sends it
  madeEvents = new Map<string | null | undefined, object | undefined>()
  resets = 0
  hasEarlierEvents = false

  // event-queue.ts: why the beacon is missing, the last survey request that failed because of that, and the end of waiting
  queue: QueuedEvent[] = []
  failure?: string = undefined
  missedRequest?: () => void = undefined
  patience?: Promise<void> = undefined

  // survey-events.ts: the respondent of the last survey request, and of the visible survey with its last response
  requestedFor?: Ids = undefined
  survey?: { respondent?: Ids; response?: string } = undefined
  callbackRuns = 0

  // wootric/script.ts: a page may allow a policy of one name only once
  policy?: ScriptUrlPolicy = undefined
}

export type { PageState }

/** Versioned, because instances of different releases can meet on one page. */
const KEY = Symbol.for('segment.actions-inmoment@1')

/** Used only if the page prevents sharing. */
let unshared: PageState | undefined

export function pageState(): PageState {
  try {
    const page = window as { [KEY]?: unknown }
    if (page[KEY] === undefined) page[KEY] = new PageState()
    if (isPageState(page[KEY])) return page[KEY]
  } catch {
    // Another script has made the property unreadable or read-only.
  }
  return (unshared ??= new PageState())
}

/** Another script may use the same symbol, and another instance has a class of its own. */
function isPageState(value: unknown): value is PageState {
  if (!isObject(value) || !isObject(value.respondent)) return false
  const { respondent, ownSettings, writtenSettings, madeEvents, queue } = value
  const objects = [respondent.user, respondent.request, ownSettings, writtenSettings]
  return objects.every(isObject) && madeEvents instanceof Map && Array.isArray(queue)
}
