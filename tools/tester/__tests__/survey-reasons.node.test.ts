import { checkSurveyReasons } from '../page/result/survey-reasons'
import type { PageConditions } from '../page/timeline/page-conditions'
import type { TimelineEntry } from '../page/timeline/timeline-entry'
import { createEntry, trackMatched } from './timeline-entries'

const conditions: PageConditions = {
  isLive: false,
  hasAccountToken: true,
  isBeaconLoaded: true,
  beacon: 'works',
  eligibility: 'yes',
  hasSurveyedCookie: false,
  hasEmail: true,
  hasCreatedAt: true,
  isTestMode: false,
  hasSurveyEvents: true
}
const delivered = { mappings: [trackMatched], surveyRequests: ['Track Event'] }

function findProblems(entry: Partial<TimelineEntry>, changes: Partial<PageConditions> = {}): string[] {
  const reasons = checkSurveyReasons(createEntry(entry), { ...conditions, ...changes })
  return reasons.filter(({ state }) => state === 'problem').map(({ title }) => title)
}

test('finds no problem if all is well', () => {
  expect(findProblems(delivered)).toEqual([])
})

test.each<[string, Partial<TimelineEntry>, Partial<PageConditions>]>([
  ['Account token', {}, { hasAccountToken: false }],
  ['Beacon loaded', {}, { isBeaconLoaded: false }],
  ['Content security policy and ad blockers', {}, { beacon: 'blocked' }],
  ['Event registered', {}, { eligibility: ['Other'] }],
  ['Sampling and cookies', {}, { hasSurveyedCookie: true }],
  ['Sampling and cookies', {}, { eligibility: 'no' }],
  ['Request a Survey', { surveyRequests: [], mappings: [{ ...trackMatched, payload: { requestSurvey: false } }] }, {}]
])('finds the problem of %s', (title, entry, changes) => {
  expect(findProblems({ ...delivered, ...entry }, changes)).toContain(title)
})

test('finds that no mapping matched', () => {
  expect(findProblems({})).toEqual(['Mapping matched'])
})
