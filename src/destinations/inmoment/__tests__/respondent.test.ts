import {
  isCurrent,
  EMPTY_RESPONDENT,
  setIds,
  hasIds,
  isSameRespondent,
  createSettings,
  applyChanges
} from '../respondent'
import type { Changes, Respondent } from '../respondent'

describe('isSameRespondent', () => {
  it.each([
    ['a visitor who becomes a user', { anonymousId: 'v' }, { userId: 'ann', anonymousId: 'v' }],
    ['a visitor whose user ID is null', { userId: null, anonymousId: 'v' }, { userId: 'ann', anonymousId: 'v' }],
    ['a user with another anonymous ID', { userId: 'ann', anonymousId: 'v' }, { userId: 'ann', anonymousId: 'w' }],
    ['an earlier event of the visitor', { userId: 'ann', anonymousId: 'v' }, { anonymousId: 'v' }],
    ['the same mapped ID', { mappedUserId: 'crm-1', anonymousId: 'v' }, { mappedUserId: 'crm-1', anonymousId: 'v' }],
    ['one mapped ID', { mappedUserId: 'crm-1', anonymousId: 'v' }, { anonymousId: 'v' }],
    ['a mapped ID that is new', { anonymousId: 'v' }, { mappedUserId: 'crm-1', anonymousId: 'v' }],
    [
      'a visitor with a mapped ID who becomes a user',
      { mappedUserId: 'crm-1', anonymousId: 'v' },
      { mappedUserId: 'crm-2', userId: 'ann', anonymousId: 'v' }
    ]
  ])('is true for %s', (_, one, other) => {
    expect(isSameRespondent(one, other)).toBe(true)
  })

  it.each([
    [
      'another user with the same anonymous ID',
      { userId: 'ann', anonymousId: 'v' },
      { userId: 'bob', anonymousId: 'v' }
    ],
    ['another visitor', { anonymousId: 'v' }, { anonymousId: 'w' }],
    ['a user with another anonymous ID', { anonymousId: 'v' }, { userId: 'ann', anonymousId: 'w' }],
    ['a visitor with another anonymous ID after a user', { userId: 'ann', anonymousId: 'v' }, { anonymousId: 'w' }],
    ['another mapped ID', { mappedUserId: 'crm-1', anonymousId: 'v' }, { mappedUserId: 'crm-2', anonymousId: 'v' }],
    [
      'another mapped ID without a user ID',
      { userId: 'ann', mappedUserId: 'crm-1', anonymousId: 'v' },
      { mappedUserId: 'crm-2', anonymousId: 'v' }
    ]
  ])('is false for %s', (_, one, other) => {
    expect(isSameRespondent(one, other)).toBe(false)
  })
})

describe('isCurrent', () => {
  it.each([
    ['the same user', { userId: 'ann', anonymousId: 'v' }, { userId: 'ann', anonymousId: 'w' }],
    ['the same visitor', { anonymousId: 'v' }, { anonymousId: 'v' }],
    ['a visitor who has become a user', { anonymousId: 'v' }, { userId: 'ann', anonymousId: 'v' }]
  ])('is true for %s', (_, known, current) => {
    expect(isCurrent(known, current)).toBe(true)
  })

  it.each([
    ['a user who has logged out', { userId: 'ann', anonymousId: 'v' }, { anonymousId: 'v' }],
    ['a user and a visitor whose IDs are missing', { userId: 'ann' }, {}],
    ['another user', { userId: 'ann', anonymousId: 'v' }, { userId: 'bob', anonymousId: 'v' }],
    ['another visitor', { anonymousId: 'v' }, { anonymousId: 'w' }],
    ['no IDs', {}, {}],
    ['an anonymous ID that is null', { anonymousId: null }, { anonymousId: null }],
    ['an anonymous ID that is empty', { anonymousId: '' }, { anonymousId: '' }],
    ['another mapped ID', { anonymousId: 'v', mappedUserId: 'crm-1' }, { anonymousId: 'v', mappedUserId: 'crm-2' }]
  ])('is false for %s', (_, known, current) => {
    expect(isCurrent(known, current)).toBe(false)
  })
})

test('hasIds is true if there is a user ID or an anonymous ID', () => {
  expect(hasIds({ userId: 'ann' })).toBe(true)
  expect(hasIds({ userId: null, anonymousId: 'v' })).toBe(true)
  expect(hasIds({})).toBe(false)
  expect(hasIds({ mappedUserId: 'crm-1' })).toBe(false)
  expect(hasIds(EMPTY_RESPONDENT)).toBe(false)
})

describe('setIds', () => {
  const ann: Respondent = {
    ...EMPTY_RESPONDENT,
    userId: 'ann',
    anonymousId: 'v',
    mappedUserId: 'crm-1',
    user: { email: 'a@b.c' }
  }

  it('sets the IDs of the event and keeps the values', () => {
    expect(setIds(ann, { userId: 'bob', anonymousId: 'w' })).toEqual({ ...ann, userId: 'bob', anonymousId: 'w' })
  })

  it.each([[undefined], [null]])('keeps the user ID if the user ID of the event is %s', (userId) => {
    expect(setIds(ann, { userId, anonymousId: 'v' })).toEqual(ann)
  })

  it('does not set the mapped user ID, which is part of the changes', () => {
    expect(setIds(ann, { userId: 'ann', anonymousId: 'v', mappedUserId: 'crm-2' }).mappedUserId).toBe('crm-1')
  })

  it('does not change its argument', () => {
    const before = JSON.stringify(ann)
    setIds(ann, { userId: 'bob' })
    expect(JSON.stringify(ann)).toBe(before)
  })
})

describe('applyChanges', () => {
  const ann: Respondent = {
    userId: 'ann',
    mappedUserId: 'crm-1',
    user: { email: 'ann@example.com', language: 'EN', properties: { plan: 'pro' } },
    request: { event_name: 'Checkout' },
    group: { id: 'initech' },
    page: { name: 'Inbox' }
  }

  it('sets values', () => {
    expect(applyChanges(EMPTY_RESPONDENT, { user: { email: 'ann@example.com', created_at: 5 } }).user).toEqual({
      email: 'ann@example.com',
      created_at: 5
    })
  })

  it('keeps values that are undefined', () => {
    expect(applyChanges(ann, { user: { email: undefined }, group: undefined, page: undefined })).toEqual(ann)
    expect(applyChanges(ann, {})).toEqual(ann)
  })

  it('clears values that are null', () => {
    expect(applyChanges(ann, { user: { email: null } }).user).toEqual({ language: 'EN', properties: { plan: 'pro' } })
  })

  it('replaces the request, group, page and properties instead of merging them', () => {
    const changes: Changes = {
      mappedUserId: 'crm-2',
      user: { properties: { seats: 5 } },
      request: { language: 'DE' },
      group: { plan: 'pro' },
      page: { path: '/' }
    }
    expect(applyChanges(ann, changes)).toEqual({
      ...ann,
      ...changes,
      user: { email: 'ann@example.com', language: 'EN', properties: { seats: 5 } }
    })
  })

  it('keeps the mapped user ID if it is undefined in the event', () => {
    expect(applyChanges(ann, { mappedUserId: undefined }).mappedUserId).toBe('crm-1')
  })

  it('sets values even if a page has added a setter to Object.prototype', () => {
    Object.defineProperty(Object.prototype, 'email', { set: () => undefined, configurable: true })
    try {
      expect(Object.keys(applyChanges(EMPTY_RESPONDENT, { user: { email: 'ann@example.com' } }).user)).toEqual([
        'email'
      ])
    } finally {
      Reflect.deleteProperty(Object.prototype, 'email')
    }
  })
})

describe('createSettings', () => {
  it('returns the values of the user, request, group and page', () => {
    const respondent: Respondent = {
      user: {
        email: 'ann@example.com',
        external_id: '7',
        created_at: 5,
        language: 'EN',
        segment_user_id: 'ann',
        properties: { plan: 'pro', seats: 5 }
      },
      request: { event_name: 'Checkout', language: 'DE', properties: { seats: 6, total: 10 } },
      group: { id: 'initech' },
      page: { name: 'Inbox' }
    }
    expect(createSettings(respondent, {})).toEqual({
      email: 'ann@example.com',
      external_id: '7',
      created_at: 5,
      language: 'DE',
      segment_user_id: 'ann',
      properties: { plan: 'pro', seats: 6, total: 10 },
      event_name: 'Checkout',
      group_info: { id: 'initech' },
      page_info: { name: 'Inbox' }
    })
  })

  it('returns no values for an empty respondent', () => {
    expect(Object.values(createSettings(EMPTY_RESPONDENT, {})).filter((value) => value !== undefined)).toEqual([])
  })

  it('uses the email of a request only if the user has none', () => {
    const request = { email: 'cid@example.com' }
    expect(createSettings({ user: {}, request }, {}).email).toBe('cid@example.com')
    expect(createSettings({ user: { email: 'ann@example.com' }, request }, {}).email).toBe('ann@example.com')
    expect(createSettings({ user: {}, request }, { email: 'bob@example.com' }).email).toBe('bob@example.com')
    expect(createSettings({ user: {}, request: { email: null } }, {}).email).toBeUndefined()
  })

  it('overrides the user’s language only if the request has a language', () => {
    const user = { language: 'EN' }
    expect(createSettings({ user, request: {} }, {}).language).toBe('EN')
    expect(createSettings({ user, request: { language: undefined } }, { language: 'DE' }).language).toBe('EN')
    expect(createSettings({ user, request: { language: 'FR' } }, {}).language).toBe('FR')
    expect(createSettings({ user, request: { language: null } }, {}).language).toBe('EN')
  })

  it('keeps the page’s values that Segment has not set', () => {
    const own = {
      email: 'bob@example.com',
      external_id: '7',
      created_at: 5,
      properties: { plan: 'pro', seats: 1 },
      event_name: 'Server',
      group_info: { id: 'initech' },
      page_info: { name: 'Inbox' }
    }
    const respondent: Respondent = { user: { created_at: 6, properties: { seats: 2 } }, request: {} }
    expect(createSettings(EMPTY_RESPONDENT, own)).toEqual({ ...own, language: undefined })
    expect(createSettings(respondent, own)).toEqual({ ...own, created_at: 6, properties: { plan: 'pro', seats: 2 } })
  })

  it('returns properties if only the page, the user or the request has properties', () => {
    const properties = { plan: 'pro' }
    expect(createSettings(EMPTY_RESPONDENT, { properties }).properties).toEqual(properties)
    expect(createSettings({ user: { properties }, request: {} }, {}).properties).toEqual(properties)
    expect(createSettings({ user: {}, request: { properties } }, {}).properties).toEqual(properties)
  })

  it('replaces the page’s event name, group_info and page_info', () => {
    const own = { event_name: 'Server', group_info: { id: 'a' }, page_info: { name: 'a' } }
    const respondent: Respondent = {
      user: {},
      request: { event_name: null },
      group: { id: 'b' },
      page: { name: 'b' }
    }
    expect(createSettings(respondent, own)).toMatchObject({
      event_name: null,
      group_info: { id: 'b' },
      page_info: { name: 'b' }
    })
  })

  it('returns a copy of the properties, which another script could change', () => {
    const properties = { plan: 'pro' }
    expect(createSettings({ user: { properties }, request: {} }, {}).properties).not.toBe(properties)
  })
})
