import type { Analytics } from '@segment/analytics-next'
import { RECORD_KEY, canRememberUser, clearRememberedUser, getRememberedUser, rememberUser } from '../remembered-user'
import { EMPTY_RESPONDENT } from '../respondent'
import type { Respondent } from '../respondent'
import type { UserSettings } from '../wootric/types'
import { FakeAnalytics } from '../test-support/fake-analytics'
import { resetPage, throwError } from '../test-support/reset-page'
import { ACCOUNT_TOKEN } from '../test-support/constants'
import { ann, rememberedAnn, storeAnn } from '../test-support/remembered-user'

const settings = { accountToken: ACCOUNT_TOKEN }

beforeEach(resetPage)

afterEach(() => jest.restoreAllMocks())

function analytics(options: object): Analytics {
  return Object.assign(new FakeAnalytics({ anonymousId: 'visitor-1' }), { options }).asAnalytics
}

describe('canRememberUser', () => {
  it('is true unless the site forbids it', () => {
    expect(canRememberUser(settings, analytics({}))).toBe(true)
    expect(canRememberUser({ ...settings, restoreUser: true }, analytics({}))).toBe(true)
    expect(canRememberUser(settings, analytics({ disableClientPersistence: false }))).toBe(true)
  })

  it('is false if the setting restoreUser is off', () => {
    expect(canRememberUser({ ...settings, restoreUser: false }, analytics({}))).toBe(false)
  })

  it('is false if analytics.js has stored no user, for example because it stores in memory only', () => {
    expect(canRememberUser(settings, new FakeAnalytics().asAnalytics)).toBe(false)
  })

  it('is false with disableClientPersistence', () => {
    expect(canRememberUser(settings, analytics({ disableClientPersistence: true }))).toBe(false)
  })
})

describe('a remembered user', () => {
  it('is returned with the group, but without the page and the survey request', () => {
    rememberUser(ann)
    expect(getRememberedUser({ userId: 'ann', anonymousId: 'visitor-1' })).toEqual(rememberedAnn)
  })

  it('is stored under one key and with a version', () => {
    rememberUser(ann)
    expect(Object.keys(localStorage)).toEqual([RECORD_KEY])
    expect(JSON.parse(localStorage.getItem(RECORD_KEY) ?? '')).toEqual({ version: 1, ...rememberedAnn })
  })

  it('is returned more than once', () => {
    rememberUser(ann)
    getRememberedUser({ userId: 'ann' })
    expect(getRememberedUser({ userId: 'ann' })).toEqual(rememberedAnn)
  })

  it('can be a visitor, who may have become a user', () => {
    const visitor = { ...EMPTY_RESPONDENT, anonymousId: 'visitor-1', user: { email: 'ann@example.com' } }
    rememberUser(visitor)
    expect(getRememberedUser({ anonymousId: 'visitor-1' })?.user.email).toBe('ann@example.com')
    expect(getRememberedUser({ userId: 'ann', anonymousId: 'visitor-1' })?.user.email).toBe('ann@example.com')
  })

  it.each([
    ['another user', { userId: 'bob', anonymousId: 'visitor-1' }],
    ['a visitor', { anonymousId: 'visitor-1' }],
    ['no IDs', {}]
  ])('is not returned for %s, and the record is removed', (_, ids) => {
    rememberUser(ann)
    expect(getRememberedUser(ids)).toBeUndefined()
    expect(localStorage).toHaveLength(0)
  })

  it('replaces the earlier one instead of merging them', () => {
    rememberUser(ann)
    rememberUser({ ...EMPTY_RESPONDENT, userId: 'ann' })
    expect(getRememberedUser({ userId: 'ann' })?.user.email).toBeUndefined()
  })

  it('is removed by clearRememberedUser', () => {
    rememberUser(ann)
    clearRememberedUser()
    expect(localStorage).toHaveLength(0)
    expect(getRememberedUser({ userId: 'ann' })).toBeUndefined()
  })
})

describe('the length of the record', () => {
  function padded(length: number): Respondent {
    const bare = JSON.stringify({ version: 1, userId: 'ann', user: { email: '' } }).length
    return { ...EMPTY_RESPONDENT, userId: 'ann', user: { email: 'a'.repeat(length - bare) } }
  }

  it('can be 50,000 characters', () => {
    rememberUser(padded(50_000))
    expect(localStorage.getItem(RECORD_KEY)).toHaveLength(50_000)
    expect(getRememberedUser({ userId: 'ann' })?.user).toMatchObject(padded(50_000).user)
  })

  it('cannot be more: nothing is stored, and the older record is removed', () => {
    rememberUser(ann)
    rememberUser(padded(50_001))
    expect(localStorage).toHaveLength(0)
  })
})

describe('storage that is blocked', () => {
  it('causes no error and returns no user if every call throws', () => {
    rememberUser(ann)
    for (const method of ['getItem', 'setItem', 'removeItem'] as const) {
      jest.spyOn(Storage.prototype, method).mockImplementation(throwError)
    }
    expect(() => rememberUser(ann)).not.toThrow()
    expect(getRememberedUser({ userId: 'ann' })).toBeUndefined()
    expect(clearRememberedUser).not.toThrow()
  })

  it('causes no error if localStorage itself cannot be read', () => {
    jest.spyOn(window, 'localStorage', 'get').mockImplementation(throwError)
    expect(() => rememberUser(ann)).not.toThrow()
    expect(getRememberedUser({ userId: 'ann' })).toBeUndefined()
    expect(clearRememberedUser).not.toThrow()
  })

  it('removes the older record, which is outdated, if the storage is full', () => {
    rememberUser(ann)
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(throwError)
    rememberUser({ ...ann, user: { email: 'new@example.com' } })
    expect(localStorage).toHaveLength(0)
  })

  it('stores nothing if a value cannot be converted to JSON', () => {
    rememberUser(ann)
    const group: Record<string, unknown> = {}
    group.self = group
    rememberUser({ ...ann, group })
    expect(localStorage).toHaveLength(0)
  })
})

describe('a record that another script wrote', () => {
  it.each([
    ['no JSON', '{'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '5'],
    ['a string', '"ann"'],
    ['a list', '[]'],
    ['an empty object', '{}']
  ])('has no effect if it is %s, and is removed', (_, record) => {
    localStorage.setItem(RECORD_KEY, record)
    expect(getRememberedUser({ userId: 'ann', anonymousId: 'visitor-1' })).toBeUndefined()
    expect(localStorage).toHaveLength(0)
  })

  it.each([
    ['has no version', { version: undefined }],
    ['has another version', { version: 2 }],
    ['has a version that is a string', { version: '1' }],
    ['has no user', { user: undefined }],
    ['has a user that is null', { user: null }],
    ['has a user that is a string', { user: 'ann' }],
    ['has IDs that are objects', { userId: {}, anonymousId: {} }],
    ['has IDs that are numbers', { userId: 1, anonymousId: 2 }],
    ['has no IDs', { userId: undefined, anonymousId: undefined }]
  ])('has no effect if it %s, and is removed', (_, changes) => {
    storeAnn(changes)
    expect(getRememberedUser({ userId: 'ann', anonymousId: 'visitor-1' })).toBeUndefined()
    expect(localStorage).toHaveLength(0)
  })

  it.each<[keyof UserSettings, unknown[]]>([
    ['email', [{}, 5, true, ['a']]],
    ['external_id', [{}, 5, true, ['a']]],
    ['created_at', ['5', {}, true]],
    ['language', [{}, 5, true, ['a']]],
    ['segment_user_id', [{}, 5, true, ['a']]],
    ['properties', ['a', 5, true]]
  ])('is returned without the user’s %s if its type is wrong', (key, values) => {
    for (const value of values) {
      storeAnn({ user: { ...ann.user, [key]: value } })
      const { [key]: _, ...others } = ann.user
      expect(getRememberedUser({ userId: 'ann' })?.user).toEqual(others)
    }
  })

  it.each([['group'], [5], [true]])('is returned without the group %j', (value) => {
    storeAnn({ group: value })
    expect(getRememberedUser({ userId: 'ann' })?.group).toBeUndefined()
  })

  it('is returned without a group or properties that are a list', () => {
    storeAnn({ group: ['a'], user: { ...ann.user, properties: ['a'] } })
    expect(getRememberedUser({ userId: 'ann' })?.group).toBeUndefined()
    expect(getRememberedUser({ userId: 'ann' })?.user.properties).toBeUndefined()
  })

  it('is returned without a mapped user ID that is not a string', () => {
    storeAnn({ mappedUserId: ['crm-1'] })
    expect(getRememberedUser({ userId: 'ann' })?.mappedUserId).toBeUndefined()
  })

  it('is returned without its unknown keys', () => {
    storeAnn({
      page: { name: 'x' },
      request: { event_name: 'x' },
      user: { ...ann.user, account_token: 'x', callbacks: {} }
    })
    expect(getRememberedUser({ userId: 'ann' })).toEqual(rememberedAnn)
  })

  it('can have a user without values', () => {
    storeAnn({ user: {}, group: undefined, mappedUserId: null })
    expect(getRememberedUser({ userId: 'ann' })?.user).toEqual({})
  })

  it('never changes a prototype', () => {
    localStorage.setItem(
      RECORD_KEY,
      '{"version":1,"userId":"ann","user":{"__proto__":{"email":"x"}},"__proto__":{"group":{}}}'
    )
    expect(Object.entries(getRememberedUser({ userId: 'ann' })?.user ?? {})).not.toContainEqual(['polluted', 1])
    expect('group' in {}).toBe(false)
    expect('email' in {}).toBe(false)
  })
})
