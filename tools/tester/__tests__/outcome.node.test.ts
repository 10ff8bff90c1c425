import { getOutcome } from '../page/timeline/outcome'
import type { TimelineEntry } from '../page/timeline/timeline-entry'
import { createEntry, trackMatched } from './timeline-entries'

const run = { command: 'run', subject: 'Trial Started' } as const
const queued = { level: 'warn', text: 'InMoment: the event is queued until the beacon is ready' } as const

test.each<[string, Partial<TimelineEntry>, string]>([
  ['a survey request', { mappings: [trackMatched], beaconCalls: [run] }, 'Survey requested'],
  ['an event that no mapping matches', {}, 'No mapping matched'],
  ['an event that waits for the beacon', { state: 'queued', warnings: [queued] }, 'Queued: beacon not loaded'],
  [
    'an error',
    { mappings: [trackMatched], warnings: [{ level: 'error', text: 'InMoment: the Account Token setting is empty' }] },
    'Failed: the Account Token setting is empty'
  ],
  [
    'a queued event that failed later',
    { mappings: [trackMatched], warnings: [queued, { level: 'warn', text: 'InMoment: the beacon is missing' }] },
    'Failed: the beacon is missing'
  ],
  [
    'a queued event that was sent later',
    { mappings: [trackMatched], beaconCalls: [run], warnings: [queued] },
    'Survey requested'
  ],
  [
    'an event that the destination dropped',
    {
      mappings: [trackMatched],
      warnings: [{ level: 'warn', text: 'InMoment: dropped the event because it was made before reset()' }]
    },
    'Dropped: it was made before reset()'
  ],
  [
    'a broken mapping',
    { mappings: [{ ...trackMatched, status: 'error', reason: 'The trigger is empty.' }] },
    'Failed: Track Event: The trigger is empty.'
  ],
  [
    'an event whose integrations exclude the destination',
    { mappings: [trackMatched], event: { type: 'track', integrations: { 'InMoment (Actions)': false } } },
    'Not delivered: the integrations of the event exclude InMoment'
  ],
  [
    'two requests that were not eligible',
    { mappings: [trackMatched], beaconCalls: [run, run], eligibility: [false, false] },
    '2 surveys requested, not eligible'
  ]
])('describes %s', (_name, changes, text) => {
  expect(getOutcome(createEntry(changes)).text).toBe(text)
})
