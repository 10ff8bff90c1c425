import { clearRecentEvents, checkForEarlierEvents, addRecentEvent, checkIsCurrent } from '../recent-events'
import { FakeAnalytics } from './support/fake-event'
import { freshPage } from './support/fresh-page'

const RESET = /reset/
const SENT = /another instance/

/** IDs of new analytics.js versions contain the time, those of old versions do not, and a site may set its own. */
const FORMATS = ['ajs-next-1700000000000-abc', 'ajs-next-9e107d9d372bb6826bd81d3542a419d6', 'order-7']

const first = { accountToken: 'a' }
const second = { accountToken: 'a' }

beforeEach(freshPage)

interface Event {
  messageId?: string | null
  userId?: string
  anonymousId?: string
}

/** Why the event is not sent, or undefined. */
function reason(event: Event, analytics: FakeAnalytics | object = {}, instance: object = first): string | undefined {
  try {
    checkIsCurrent(event, analytics as never, instance)
  } catch (error) {
    expect(error).toMatchObject({ code: 'dropped' })
    return (error as Error).message
  }
}

describe.each(FORMATS)('an event with the message ID %s', (messageId) => {
  it('is sent if it was made on this page', () => {
    addRecentEvent({ messageId })
    expect(reason({ messageId })).toBeUndefined()
  })

  it('is sent if it is not a recent event and there was no reset', () => {
    expect(reason({ messageId })).toBeUndefined()
  })

  it('is dropped if it was made before a reset', () => {
    addRecentEvent({ messageId })
    clearRecentEvents()
    expect(reason({ messageId })).toMatch(RESET)
  })

  it('is dropped after a reset if it is not a recent event', () => {
    clearRecentEvents()
    expect(reason({ messageId })).toMatch(RESET)
  })

  it('is sent if it was made after the last reset', () => {
    clearRecentEvents()
    clearRecentEvents()
    addRecentEvent({ messageId })
    expect(reason({ messageId })).toBeUndefined()
  })

  it('is dropped if another instance has sent it', () => {
    addRecentEvent({ messageId })
    addRecentEvent({ messageId }, first)
    expect(reason({ messageId }, {}, first)).toBeUndefined()
    expect(reason({ messageId }, {}, second)).toMatch(SENT)
  })

  it('keeps the instance that sends it if it is added again', () => {
    addRecentEvent({ messageId }, first)
    addRecentEvent({ messageId })
    expect(reason({ messageId }, {}, second)).toMatch(SENT)
  })
})

describe('an event without a message ID', () => {
  it.each([[undefined], [null]])('is sent by every instance (%s)', (messageId) => {
    addRecentEvent({ messageId }, first)
    expect(reason({ messageId }, {}, second)).toBeUndefined()
  })
})

describe('an event that was made before this page', () => {
  const messageId = FORMATS[0]

  it.each<[string, Event, object]>([
    ['the same user', { userId: 'ann', anonymousId: 'v' }, { userId: 'ann', anonymousId: 'v' }],
    ['the same user on another device', { userId: 'ann', anonymousId: 'w' }, { userId: 'ann', anonymousId: 'v' }],
    ['a visitor who is the same', { anonymousId: 'v' }, { anonymousId: 'v' }],
    ['a visitor who has become a user', { anonymousId: 'v' }, { userId: 'ann', anonymousId: 'v' }]
  ])('is sent if it belongs to %s', (_, event, stored) => {
    expect(reason({ ...event, messageId }, new FakeAnalytics(stored))).toBeUndefined()
  })

  it.each<[string, Event, object]>([
    ['another user', { userId: 'ann', anonymousId: 'v' }, { userId: 'bob', anonymousId: 'v' }],
    ['a user who has logged out', { userId: 'ann', anonymousId: 'v' }, { anonymousId: 'v' }],
    ['another visitor', { anonymousId: 'v' }, { anonymousId: 'w' }],
    ['another visitor than the user', { anonymousId: 'v' }, { userId: 'ann', anonymousId: 'w' }]
  ])('is dropped if it belongs to %s', (_, event, stored) => {
    expect(reason({ ...event, messageId }, new FakeAnalytics(stored))).toMatch(RESET)
  })

  it('is detected by the queue that analytics.js has stored, with any message ID', () => {
    const analytics = new FakeAnalytics({ userId: 'bob' })
    const event = { messageId: 'order-7', userId: 'ann' }
    expect(reason(event, analytics)).toBeUndefined()
    analytics.queue = { isEmpty: () => true }
    checkForEarlierEvents(analytics as never)
    expect(reason(event, analytics)).toBeUndefined()
    analytics.queue = { isEmpty: () => false }
    checkForEarlierEvents(analytics as never)
    expect(reason(event, analytics)).toMatch(RESET)
  })

  it('is not one that was made on this page', () => {
    addRecentEvent({ messageId })
    expect(reason({ messageId, userId: 'ann' }, new FakeAnalytics({ userId: 'bob' }))).toBeUndefined()
  })

  it('is sent if analytics.js has no user or no queue', () => {
    checkForEarlierEvents({})
    expect(reason({ messageId, userId: 'ann' }, {})).toBeUndefined()
  })
})

describe('the number of recent events', () => {
  it('is at most 1,000, and the oldest is removed first', () => {
    clearRecentEvents()
    for (let index = 0; index < 1_000; index++) addRecentEvent({ messageId: `event-${index}` })
    expect(reason({ messageId: 'event-0' })).toBeUndefined()
    addRecentEvent({ messageId: 'event-1000' })
    expect(reason({ messageId: 'event-0' })).toMatch(RESET)
    expect(reason({ messageId: 'event-1' })).toBeUndefined()
    expect(reason({ messageId: 'event-1000' })).toBeUndefined()
  })
})
