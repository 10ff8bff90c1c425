import { EventType } from '@segment/analytics-react-native'
import type { TrackEventType } from '@segment/analytics-react-native'
import { createPerson, followPerson, hasMade } from '../../src/react-native/person'
import { useFakeTime } from './support/time'

useFakeTime()

const VISITOR = { anonymousId: 'x' }
const ANN = { anonymousId: 'x', userId: 'ann', traits: { plan: 'pro' } }
const BOB = { anonymousId: 'x', userId: 'bob', traits: { plan: 'pro' } }

function createEvent(ids: Partial<TrackEventType>, age = 0): TrackEventType {
  const timestamp = new Date(Date.now() - age).toISOString()
  return { type: EventType.TrackEvent, event: 'Asked', timestamp, ...ids }
}

it('a visitor who becomes a user is the same person', () => {
  const person = createPerson(VISITOR)
  expect(followPerson(person, VISITOR, ANN)).toBe(person)
  expect(hasMade(person, createEvent({ anonymousId: 'x' }))).toBe(true)
  expect(hasMade(person, createEvent({ anonymousId: 'x', userId: 'ann' }))).toBe(true)
})

it('a user is the same person after alias', () => {
  const person = createPerson(ANN)
  expect(followPerson(person, ANN, { ...ANN, userId: 'ann-2' })).toBe(person)
  expect(hasMade(person, createEvent({ anonymousId: 'x', userId: 'ann' }))).toBe(true)
  expect(hasMade(person, createEvent({ anonymousId: 'x', userId: 'ann-2' }))).toBe(true)
})

it('another user is another person, who has not made the events of the visitor', () => {
  const visitor = createPerson(VISITOR)
  followPerson(visitor, VISITOR, ANN)
  const bob = followPerson(visitor, ANN, BOB)
  expect(bob).not.toBe(visitor)
  expect(hasMade(bob, createEvent({ anonymousId: 'x' }))).toBe(false)
  expect(hasMade(bob, createEvent({ anonymousId: 'x', userId: 'ann' }))).toBe(false)
  expect(hasMade(bob, createEvent({ anonymousId: 'x', userId: 'bob' }))).toBe(true)
})

it('a visitor after reset has made no earlier event', () => {
  const ann = createPerson(ANN)
  const visitor = followPerson(ann, ANN, { anonymousId: 'y' })
  expect(hasMade(visitor, createEvent({ anonymousId: 'x' }))).toBe(false)
  expect(hasMade(visitor, createEvent({ anonymousId: 'y' }))).toBe(true)
})

it('a visitor after a reset that keeps the anonymous ID has made the later events', () => {
  const visitor = followPerson(createPerson(VISITOR), VISITOR, VISITOR)
  expect(hasMade(visitor, createEvent({ anonymousId: 'x' }, 1))).toBe(false)
  expect(hasMade(visitor, createEvent({ anonymousId: 'x' }, -1))).toBe(true)
})

it('a visitor after an empty user ID is another person', () => {
  const ann = createPerson(ANN)
  expect(followPerson(ann, ANN, { ...ANN, userId: '', traits: {} })).not.toBe(ann)
})

it('a visitor whose anonymous ID is set by native code is the same person', () => {
  const visitor = { anonymousId: 'x', traits: { plan: 'pro' } }
  const person = createPerson(visitor)
  expect(followPerson(person, visitor, { ...visitor, anonymousId: 'y' })).toBe(person)
  expect(hasMade(person, createEvent({ anonymousId: 'y' }))).toBe(true)
})
