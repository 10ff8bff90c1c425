import type { Analytics, SegmentEvent } from '@segment/analytics-next'
import { changeSettings, currentSettings } from './beacon'
import type { SurveyCallbacks } from './beacon-types'
import type { Settings } from './generated-types'

const SHOWN = 'InMoment Survey Shown'
const DECLINED = 'InMoment Survey Declined'
const RESPONSE = 'InMoment Survey Response Submitted'

/** Marks a callback of ours for every copy of this destination on the page, so that one alone reports. */
const REPORTS = Symbol.for('segment.actions-inmoment.reports')

/** The name by which an event can be kept from this destination. */
const DESTINATION = 'InMoment (Actions)'

/** Whether the event is one that a survey gave: it must never ask for a survey. */
export function isSurveyEvent(event: Pick<SegmentEvent, 'event'>): boolean {
  return event.event === SHOWN || event.event === DECLINED || event.event === RESPONSE
}

/**
 * Sends Segment what becomes of the surveys, through the callbacks that InMoment documents, where the setting
 * `surveyEvents` asks for it. Call the result before each request for a survey: a page may have put other callbacks in
 * the meantime. The page's own callbacks are kept and called first; what they throw is held back, since it would keep
 * the beacon from going on.
 *
 * `isRespondentCurrent` tells whether the one who was asked is still the one that analytics.js has: otherwise the event
 * would be filed under another name, and is not sent.
 */
export function surveyReporter(
  { surveyEvents }: Settings,
  analytics: Analytics,
  isRespondentCurrent: () => boolean
): () => void {
  if (surveyEvents !== 'scores' && surveyEvents !== 'scoresAndText') return () => undefined

  let lastResponse: string | undefined

  const track = (name: string, properties: object = {}): void => {
    if (!isRespondentCurrent()) return
    const options = { integrations: { [DESTINATION]: false } }
    // analytics.js records what fails in the event's own context.
    analytics.track(name, { channel: 'web', ...properties }, options).catch(() => undefined)
  }

  const reports: Required<Omit<SurveyCallbacks, 'after_eligible'>> = {
    after_show() {
      lastResponse = undefined
      track(SHOWN)
    },
    after_decline() {
      track(DECLINED)
    },
    after_response(score, text) {
      const response = { score, ...(surveyEvents === 'scoresAndText' && text ? { text } : undefined) }
      const reported = JSON.stringify(response)
      // A comment that is not sent changes nothing that Segment is told.
      if (reported === lastResponse) return
      track(RESPONSE, lastResponse === undefined ? response : { ...response, updated: true })
      lastResponse = reported
    }
  }

  return () => {
    const callbacks = currentSettings().callbacks ?? {}
    const missing = Object.entries(reports).filter(([name]) => !isReport(callbacks[name as keyof SurveyCallbacks]))
    if (missing.length === 0) return
    const added = missing.map(([name, report]) => [name, after(callbacks[name as keyof SurveyCallbacks], report)])
    changeSettings({ callbacks: { ...callbacks, ...(Object.fromEntries(added) as SurveyCallbacks) } })
  }
}

type Callback = (...values: never[]) => void

function after(own: Callback | undefined, report: Callback): Callback {
  const both = function (this: unknown, ...values: never[]): void {
    try {
      own?.apply(this, values)
    } catch {
      // The page's own fault, which must not reach the beacon.
    }
    report(...values)
  }
  return Object.assign(both, { [REPORTS]: true })
}

function isReport(callback: Callback | undefined): boolean {
  return callback !== undefined && REPORTS in callback
}
