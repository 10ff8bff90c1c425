import { clearRecentEvents, checkForEarlierEvents, addRecentEvent, checkIsCurrent } from '../recent-events'
import { FakeAnalytics } from '../test-support/fake-analytics'
import { resetPage } from '../test-support/reset-page'

const RESET = /reset/
const SENT = /another instance/

/** Message IDs of new and old versions of analytics.js, and of a site that sets its own. */
const FORMATS = ['ajs-next-1700000000000-abc', 'ajs-next-9e107d9d372bb6826bd81d3542a419d6', 'order-7']

const first = { accountToken: 'a' }
const second = { accountToken: 'a' }

beforeEach(resetPage)

interface Event {
  messageId?: string | null
  userId?: string
  anonymousId?: string
}

/** Returns why the event is not sent, or `undefined`. */
function getReason(event: Event, analytics: FakeAnalytics | object = {}, instance: object = first): string | undefined {
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
    expect(getReason({ messageId })).toBeUndefined()
  })

  it('is sent if it is not a recent event and there was no reset', () => {
    expect(getReason({ messageId })).toBeUndefined()
  })

  it('is dropped if it was made before a reset', () => {
    addRecentEvent({ messageId })
    clearRecentEvents()
    expect(getReason({ messageId })).toMatch(RESET)
  })

  it('is dropped after a reset if it is not a recent event', () => {
    clearRecentEvents()
    expect(getReason({ messageId })).toMatch(RESET)
  })

  it('is sent if it was made after the last reset', () => {
    clearRecentEvents()
    clearRecentEvents()
    addRecentEvent({ messageId })
    expect(getReason({ messageId })).toBeUndefined()
  })

  it('is dropped if another instance has sent it', () => {
    addRecentEvent({ messageId })
    addRecentEvent({ messageId }, first)
    expect(getReason({ messageId }, {}, first)).toBeUndefined()
    expect(getReason({ messageId }, {}, second)).toMatch(SENT)
  })

  it('keeps the instance that sends it if it is added again', () => {
    addRecentEvent({ messageId }, first)
    addRecentEvent({ messageId })
    expect(getReason({ messageId }, {}, second)).toMatch(SENT)
  })
})

describe('an event without a message ID', () => {
  it.each([[undefined], [null]])('is sent by every instance (%s)', (messageId) => {
    addRecentEvent({ messageId }, first)
    expect(getReason({ messageId }, {}, second)).toBeUndefined()
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
    expect(getReason({ ...event, messageId }, new FakeAnalytics(stored))).toBeUndefined()
  })

  it.each<[string, Event, object]>([
    ['another user', { userId: 'ann', anonymousId: 'v' }, { userId: 'bob', anonymousId: 'v' }],
    ['a user who has logged out', { userId: 'ann', anonymousId: 'v' }, { anonymousId: 'v' }],
    ['another visitor', { anonymousId: 'v' }, { anonymousId: 'w' }],
    ['another visitor than the user', { anonymousId: 'v' }, { userId: 'ann', anonymousId: 'w' }]
  ])('is dropped if it belongs to %s', (_, event, stored) => {
    expect(getReason({ ...event, messageId }, new FakeAnalytics(stored))).toMatch(RESET)
  })

  it('is detected by the queue that analytics.js has stored, with any message ID', () => {
    const analytics = new FakeAnalytics({ userId: 'bob' })
    const event = { messageId: 'order-7', userId: 'ann' }
    expect(getReason(event, analytics)).toBeUndefined()
    analytics.queue = { isEmpty: () => true }
    checkForEarlierEvents(analytics as never)
    expect(getReason(event, analytics)).toBeUndefined()
    analytics.queue = { isEmpty: () => false }
    checkForEarlierEvents(analytics as never)
    expect(getReason(event, analytics)).toMatch(RESET)
  })

  it('is not one that was made on this page', () => {
    addRecentEvent({ messageId })
    expect(getReason({ messageId, userId: 'ann' }, new FakeAnalytics({ userId: 'bob' }))).toBeUndefined()
  })

  it('is sent if analytics.js has no user or no queue', () => {
    checkForEarlierEvents({})
    expect(getReason({ messageId, userId: 'ann' }, {})).toBeUndefined()
  })
})

describe('the number of recent events', () => {
  it('is at most 1,000, and the oldest is removed first', () => {
    clearRecentEvents()
    for (let index = 0; index < 1_000; index++) addRecentEvent({ messageId: `event-${index}` })
    expect(getReason({ messageId: 'event-0' })).toBeUndefined()
    addRecentEvent({ messageId: 'event-1000' })
    expect(getReason({ messageId: 'event-0' })).toMatch(RESET)
    expect(getReason({ messageId: 'event-1' })).toBeUndefined()
    expect(getReason({ messageId: 'event-1000' })).toBeUndefined()
  })
})
