import { useSyncExternalStore } from 'react'
import type { JsonObject } from '../json/json-object'
import { sendCall } from '../segment/send-call'
import { getAnonymousId, getUserId, subscribeToUser } from '../segment/user'
import { describeVisitor, findOtherVisitor } from './event-visitor'

interface VisitorNoticeProps {
  event: JsonObject | undefined
  /** The button is removed after the switch, so the focus moves to this element. */
  nextFocusId: string
}

/** Offers to continue as the visitor of an event. */
export function VisitorNotice({ event, nextFocusId }: VisitorNoticeProps) {
  const userId = useSyncExternalStore(subscribeToUser, getUserId)
  const anonymousId = useSyncExternalStore(subscribeToUser, getAnonymousId)
  const visitor = event && findOtherVisitor(event, { userId, anonymousId })

  return (
    <div role="status">
      {visitor ? (
        <div className="visitor-notice">
          <p>The event is from another visitor: {describeVisitor(visitor)}.</p>
          <button
            type="button"
            className="secondary small"
            title="Reset analytics.js, and set the IDs of the event"
            onClick={() => {
              sendCall({ type: 'switchVisitor', ids: visitor })
              document.getElementById(nextFocusId)?.focus()
            }}
          >
            Switch to this visitor
          </button>
        </div>
      ) : null}
    </div>
  )
}
