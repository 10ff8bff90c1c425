import { createUndoStep, describeLoss, undoStep } from '../page/state/undo-stack'
import type { MappingEntry, TesterState } from '../page/state/tester-state'

function createEntry(id: string, name = id): MappingEntry {
  return { id, subscription: { name, enabled: true, partnerAction: 'trackEvent', subscribe: '', mapping: {} } }
}

const [a, b, c] = [createEntry('a'), createEntry('b'), createEntry('c')]
const state: TesterState = {
  event: '',
  sequence: '',
  settings: { accountToken: 'NPS-1', testMode: false },
  mappings: [a, b],
  eligibility: 'yes',
  beacon: 'works',
  testingFlags: { wootric_survey_immediately: false, wootric_no_surveyed_cookie: false }
}

test('a removed mapping, replaced mappings and replaced settings are losses', () => {
  expect(describeLoss(state, { mappings: [a] })).toBe('remove b')
  expect(describeLoss(state, { mappings: [c] })).toBe('replace mappings')
  expect(describeLoss(state, { settings: { accountToken: 'NPS-2', testMode: true } })).toBe('replace settings')
})

test('edits and additions are no losses', () => {
  expect(describeLoss(state, { mappings: [a, createEntry('b', 'renamed'), c] })).toBeUndefined()
  expect(describeLoss(state, { settings: { accountToken: 'NPS-2', testMode: false } })).toBeUndefined()
  expect(describeLoss(state, { event: '{}' })).toBeUndefined()
})

test('undo inserts a removed mapping at its position, and keeps later edits and additions', () => {
  const step = createUndoStep(state, { mappings: [b] }, 'remove a')
  const edited = createEntry('b', 'edited')
  expect(undoStep({ ...state, mappings: [edited, c] }, step)).toEqual({ mappings: [a, edited, c] })
})

test('undo of a replacement removes the replacing mappings, and does not restore mappings that were removed later', () => {
  const replaced = createUndoStep(state, { mappings: [c] }, 'replace mappings')
  expect(undoStep({ ...state, mappings: [c] }, replaced)).toEqual({ mappings: [a, b] })
  const removed = createUndoStep(state, { mappings: [b] }, 'remove a')
  expect(undoStep({ ...state, mappings: [] }, removed)).toEqual({ mappings: [a] })
})

test('undo restores only what the step has changed', () => {
  const step = createUndoStep(state, { event: '{}' }, 'replace the event')
  expect(undoStep({ ...state, event: '{}', beacon: 'slow' }, step)).toEqual({ event: '' })
})
