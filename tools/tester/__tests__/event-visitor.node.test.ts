import { findOtherVisitor } from '../page/event/event-visitor'

const current = { userId: 'user-1', anonymousId: 'visitor-1' }

test('an event without IDs, or with the current IDs, is from the current visitor', () => {
  expect(findOtherVisitor({ type: 'track' }, current)).toBeUndefined()
  expect(findOtherVisitor({ type: 'track', ...current }, current)).toBeUndefined()
})

test('another user ID or anonymous ID is another visitor', () => {
  expect(findOtherVisitor({ type: 'track', userId: 2 }, current)).toEqual({ userId: '2' })
  expect(findOtherVisitor({ type: 'page', anonymousId: 'visitor-2' }, current)).toEqual({ anonymousId: 'visitor-2' })
})

test('identify changes the user itself, so that only its anonymous ID matters', () => {
  const event = { type: 'identify', userId: 'user-2' }
  expect(findOtherVisitor(event, current)).toBeUndefined()
  expect(findOtherVisitor({ ...event, anonymousId: 'visitor-2' }, current)).toEqual({ anonymousId: 'visitor-2' })
})

test('the visitor is unknown until analytics.js has loaded', () => {
  expect(
    findOtherVisitor({ type: 'track', userId: 'x' }, { userId: undefined, anonymousId: undefined })
  ).toBeUndefined()
})
