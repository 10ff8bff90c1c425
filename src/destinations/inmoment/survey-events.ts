import type { Analytics, SegmentEvent } from '@segment/analytics-next'
import { changeSettings, currentSettings, sharedRecord } from './beacon'
import type { SurveyCallbacks } from './beacon-types'
import type { Settings } from './generated-types'
import { isSamePerson, type Person } from './person'

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
 * `asked` is the person for whom a survey was last asked, `current` the one that analytics.js has. An answer belongs to
 * the one to whom the survey was shown: where that is not the current person, Segment would file it under another name,
 * and it is not sent.
 */
export function surveyReporter(
  { surveyEvents }: Settings,
  analytics: Analytics,
  asked: () => Person | undefined,
  current: () => Person | undefined
): () => void {
  if (surveyEvents !== 'scores' && surveyEvents !== 'scoresAndText') return () => undefined

  let shownTo: Person | undefined
  let lastResponse: string | undefined

  const track = (name: string, properties: object = {}): void => {
    const respondent = shownTo ?? asked()
    const person = current()
    if (!respondent || !person || !isSamePerson(respondent, person)) return
    const options = { integrations: { [DESTINATION]: false } }
    // analytics.js records what fails in the event's own context.
    analytics.track(name, { channel: 'web', ...properties }, options).catch(() => undefined)
  }

  const reports: Required<Omit<SurveyCallbacks, 'after_eligible'>> = {
    after_show() {
      lastResponse = undefined
      shownTo = asked()
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
    const added = missing.map(([name, report]) => [name, after(callbacks[name as keyof SurveyCallbacks], name, report)])
    changeSettings({ callbacks: { ...callbacks, ...(Object.fromEntries(added) as SurveyCallbacks) } })
  }
}

type Callback = (...values: never[]) => void

/** Both, one after the other. Where a page has wrapped a callback of ours in one of its own, the outermost reports. */
function after(own: Callback | null | undefined, name: string, report: Callback): Callback {
  const both = function (this: unknown, ...values: never[]): void {
    const running = (sharedRecord().runningCallbacks ??= new Set())
    const isOutermost = !running.has(name)
    running.add(name)
    try {
      if (typeof own === 'function') own.apply(this, values)
    } catch {
      // The page's own fault, which must not reach the beacon.
    }
    if (!isOutermost) return
    running.delete(name)
    try {
      report(...values)
    } catch {
      // A page that has damaged what reporting needs; the beacon has no part in it.
    }
  }
  return Object.assign(both, { [REPORTS]: true })
}

function isReport(callback: unknown): boolean {
  return typeof callback === 'function' && REPORTS in callback
}
