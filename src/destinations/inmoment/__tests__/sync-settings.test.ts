import { InMomentError } from '../errors'
import { getPageState } from '../page-state'
import { EMPTY_RESPONDENT } from '../respondent'
import type { Respondent } from '../respondent'
import { clearPageSettings, isAllowedByPage } from '../sync-settings'
import type { UserSettings, WootricSettings } from '../wootric/types'
import { defineGlobal, resetPage, throwError } from '../test-support/reset-page'
import { ACCOUNT_TOKEN, BASE_SETTINGS } from '../test-support/constants'
import { getSentSettings, syncRespondent } from '../test-support/sync-respondent'

const ann: Respondent = {
  userId: 'ann',
  user: { email: 'ann@example.com', created_at: 5, segment_user_id: 'ann', properties: { plan: 'pro' } },
  request: { event_name: 'Checkout' },
  group: { id: 'initech' },
  page: { name: 'Inbox of Ann' }
}

const annSettings = {
  email: 'ann@example.com',
  created_at: 5,
  segment_user_id: 'ann',
  properties: { plan: 'pro' },
  event_name: 'Checkout',
  group_info: { id: 'initech' },
  page_info: { name: 'Inbox of Ann' },
  ...BASE_SETTINGS
}

beforeEach(() => {
  resetPage()
  getPageState().accountToken = ACCOUNT_TOKEN
})

/** Clears the respondent as a change of user does. */
function clearRespondent(): void {
  clearPageSettings()
  getPageState().respondent = EMPTY_RESPONDENT
}

function user(values: UserSettings): Respondent {
  return { ...EMPTY_RESPONDENT, user: values }
}

describe('syncSettings', () => {
  it('writes the whole respondent and the account token', () => {
    expect(syncRespondent(ann)).toEqual(annSettings)
  })

  it('changes the page’s own object, and keeps its other keys', () => {
    const own: WootricSettings = (window.wootricSettings = { modal_theme: 'dark', product_name: 'Initech' })
    expect(syncRespondent(ann)).toEqual({ ...annSettings, modal_theme: 'dark', product_name: 'Initech' })
    expect(window.wootricSettings).toBe(own)
  })

  it('clears values that the next state does not have', () => {
    syncRespondent(ann)
    expect(syncRespondent({ ...EMPTY_RESPONDENT, user: { language: 'EN' } })).toEqual({
      language: 'EN',
      ...BASE_SETTINGS
    })
    expect(Object.keys(window.wootricSettings ?? {}).sort()).toEqual(['account_token', 'language', 'version'])
  })

  it('adds no enumerable keys or symbols that the beacon would read', () => {
    syncRespondent(ann)
    const { properties, page_info, group_info } = window.wootricSettings ?? {}
    for (const value of [properties, page_info, group_info]) {
      expect(Object.getOwnPropertySymbols({ ...value })).toEqual([])
    }
  })
})

describe('the page’s own values', () => {
  it('stay if only the page or only Segment has an email', () => {
    window.wootricSettings = { external_id: '7', properties: { seats: 5 }, language: 'DE' }
    expect(syncRespondent(ann)).toEqual({
      ...annSettings,
      external_id: '7',
      language: 'DE',
      properties: { seats: 5, plan: 'pro' }
    })
  })

  it.each([['ann@example.com'], ['Ann@Example.COM']])('stay if the page has the same email, %s', (email) => {
    window.wootricSettings = { email, external_id: '7' }
    expect(syncRespondent(ann)).toEqual({ ...annSettings, external_id: '7' })
  })

  it('are cleared if the page has a different email', () => {
    window.wootricSettings = {
      email: 'bob@example.com',
      external_id: '7',
      language: 'DE',
      properties: { seats: 5 },
      page_info: { name: 'Inbox of Bob' },
      modal_theme: 'dark'
    }
    expect(syncRespondent(ann)).toEqual({ ...annSettings, modal_theme: 'dark' })
  })

  it('are cleared if the page sets another user later', () => {
    syncRespondent(ann)
    Object.assign(window.wootricSettings ?? {}, { email: 'bob@example.com', external_id: '7' })
    expect(syncRespondent(ann)).toEqual(annSettings)
  })

  it('stay if the page sets the same user later', () => {
    syncRespondent(ann)
    Object.assign(window.wootricSettings ?? {}, { email: 'ANN@example.com', external_id: '7' })
    expect(syncRespondent(ann)).toEqual({ ...annSettings, external_id: '7' })
  })

  it('are used again after Segment’s value is cleared', () => {
    window.wootricSettings = { language: 'DE' }
    expect(syncRespondent(user({ language: 'EN' })).language).toBe('EN')
    expect(syncRespondent(EMPTY_RESPONDENT).language).toBe('DE')
  })

  it('do not include Segment’s values, which are cleared with the respondent', () => {
    syncRespondent(ann)
    expect(syncRespondent(EMPTY_RESPONDENT)).toEqual(BASE_SETTINGS)
  })

  it('are replaced if the page changes its user while Segment has no user', () => {
    window.wootricSettings = { email: 'bob@example.com', external_id: '7', language: 'DE' }
    syncRespondent(EMPTY_RESPONDENT)
    Object.assign(window.wootricSettings, { email: 'cid@example.com', created_at: 9 })
    expect(syncRespondent(EMPTY_RESPONDENT)).toMatchObject({ email: 'cid@example.com', created_at: 9 })
    expect(getSentSettings()).not.toHaveProperty('external_id')
    expect(getSentSettings()).not.toHaveProperty('language')
  })

  it('are kept if the page changes only the case of its email while Segment has no user', () => {
    window.wootricSettings = { email: 'bob@example.com', external_id: '7' }
    syncRespondent(EMPTY_RESPONDENT)
    window.wootricSettings.email = 'Bob@example.com'
    expect(syncRespondent(EMPTY_RESPONDENT)).toMatchObject({ email: 'Bob@example.com', external_id: '7' })
  })

  it('are cleared if the page changes its user while Segment has a user', () => {
    window.wootricSettings = { email: 'bob@example.com', external_id: '7' }
    syncRespondent(user({ created_at: 5 }))
    Object.assign(window.wootricSettings, { email: 'cid@example.com', external_id: '8' })
    expect(syncRespondent(user({ created_at: 5 }))).toEqual({ created_at: 5, ...BASE_SETTINGS })
  })

  it('are replaced if the page changes its user after all of Segment’s values were cleared', () => {
    window.wootricSettings = { email: 'bob@example.com', external_id: '7' }
    const cleared = user({ language: undefined })
    syncRespondent(cleared)
    Object.assign(window.wootricSettings, { email: 'cid@example.com', created_at: 9 })
    expect(syncRespondent(cleared)).toEqual({
      email: 'cid@example.com',
      created_at: 9,
      ...BASE_SETTINGS
    })
  })

  it('can be frozen objects, which are not changed', () => {
    const page_info = Object.freeze({ name: 'Home' })
    const group_info = { id: 'initech' }
    window.wootricSettings = { page_info, group_info }
    expect(syncRespondent(user({ language: 'EN' }))).toMatchObject({ page_info, group_info })
    expect(Object.getOwnPropertySymbols(group_info)).toEqual([])
    expect(window.wootricSettings.page_info).toBe(page_info)
  })

  it('are kept if the page replaces the object', () => {
    syncRespondent(ann)
    window.wootricSettings = { external_id: '7', modal_theme: 'dark' }
    expect(syncRespondent(ann)).toEqual({ ...annSettings, external_id: '7', modal_theme: 'dark' })
  })

  it('are not compared by an email that is not a string', () => {
    window.wootricSettings = Object.assign({}, { email: 5 as unknown as string, external_id: '7' })
    expect(syncRespondent(ann)).toEqual({ ...annSettings, external_id: '7' })
  })
})

describe('clearPageSettings', () => {
  it('clears the page’s own user with the respondent', () => {
    window.wootricSettings = { external_id: '7', language: 'DE', page_info: { name: 'x' }, modal_theme: 'dark' }
    syncRespondent(ann)
    clearRespondent()
    expect(syncRespondent(EMPTY_RESPONDENT)).toEqual({ modal_theme: 'dark', ...BASE_SETTINGS })
  })

  it('clears values that the page set after the last write', () => {
    syncRespondent(ann)
    Object.assign(window.wootricSettings ?? {}, { external_id: '7' })
    clearRespondent()
    expect(syncRespondent(EMPTY_RESPONDENT)).toEqual(BASE_SETTINGS)
  })

  it('does not prevent the page from setting its next user', () => {
    syncRespondent(ann)
    clearRespondent()
    Object.assign(window.wootricSettings ?? {}, { email: 'bob@example.com', external_id: '8' })
    expect(syncRespondent(EMPTY_RESPONDENT)).toEqual({
      email: 'bob@example.com',
      external_id: '8',
      ...BASE_SETTINGS
    })
  })

  it('clears Segment’s values even if the page prevents reading at that time', () => {
    syncRespondent(ann)
    const settings = window.wootricSettings
    defineGlobal('wootricSettings', { get: throwError })
    clearRespondent()
    defineGlobal('wootricSettings', { value: settings, writable: true })
    expect(syncRespondent(EMPTY_RESPONDENT)).toEqual(BASE_SETTINGS)
  })
})

describe('isAllowedByPage', () => {
  it.each<[string, WootricSettings, UserSettings]>([
    ['the page has no settings', {}, { email: 'ann@example.com' }],
    ['the page has settings for everybody', { language: 'DE', page_info: { name: 'x' }, event_name: 'x' }, {}],
    ['the page has the same email', { email: 'ann@example.com', external_id: '7' }, { email: 'ann@example.com' }],
    ['the emails differ in case', { email: 'ANN@example.com' }, { email: 'ann@Example.com' }]
  ])('is true if %s', (_, own, known) => {
    window.wootricSettings = own
    expect(isAllowedByPage({ user: known })).toBe(true)
  })

  it.each<[string, WootricSettings, UserSettings]>([
    ['the page has another email', { email: 'bob@example.com' }, { email: 'ann@example.com' }],
    ['the remembered user has no email', { email: 'bob@example.com' }, {}],
    ['the page has only an external ID', { external_id: '7' }, { email: 'ann@example.com' }],
    ['the page has only a date', { created_at: 5 }, { email: 'ann@example.com' }],
    ['the page has only properties', { properties: { plan: 'pro' } }, { email: 'ann@example.com' }],
    ['the page has only a Segment user ID', { segment_user_id: '7' }, { email: 'ann@example.com' }],
    ['both emails are empty', { email: '' }, { email: '' }]
  ])('is false if %s', (_, own, known) => {
    window.wootricSettings = own
    expect(isAllowedByPage({ user: known })).toBe(false)
  })

  it('ignores values that Segment wrote', () => {
    syncRespondent(ann)
    expect(isAllowedByPage(user({ email: 'bob@example.com' }))).toBe(true)
  })
})

describe('settings of which only some can be changed', () => {
  /** Creates page settings whose email has this setter. */
  function withEmail(accessor: PropertyDescriptor): WootricSettings {
    const settings: WootricSettings = { modal_theme: 'dark' }
    return Object.defineProperty(settings, 'email', { get: () => undefined, enumerable: true, ...accessor })
  }

  const kinds: [string, () => WootricSettings][] = [
    ['are frozen', () => Object.freeze({ modal_theme: 'dark' })],
    ['are sealed', () => Object.seal({ modal_theme: 'dark', created_at: 1 })],
    ['accept no new keys', () => Object.preventExtensions({ modal_theme: 'dark', language: 'DE' })],
    ['have an email without a setter', () => withEmail({})],
    ['have an email whose setter throws', () => withEmail({ set: throwError })],
    ['have an email whose setter ignores the value', () => withEmail({ set: () => undefined })],
    ['have an email whose getter throws', () => withEmail({ get: throwError, set: () => undefined })],
    ['are a proxy that ignores changes', () => new Proxy({ modal_theme: 'dark' }, { set: () => true })],
    ['are a proxy that refuses changes', () => new Proxy({ modal_theme: 'dark' }, { set: () => false })],
    [
      'are a proxy that refuses one key',
      () => new Proxy<WootricSettings>({ modal_theme: 'dark' }, { set: refuseLastKey })
    ]
  ]

  it.each(kinds)('are replaced by a copy if they %s, and keep nothing of Segment’s', (_, create) => {
    const old = (window.wootricSettings = create())
    const settings = syncRespondent(ann)
    expect(settings).toMatchObject({ ...annSettings, modal_theme: 'dark' })
    expect(window.wootricSettings).not.toBe(old)
    expect(JSON.stringify(readable(old))).not.toMatch(/ann|pro|Inbox|initech|Checkout/)
  })

  it.each(kinds)('are clean after the respondent is cleared if they %s', (_, create) => {
    const old = (window.wootricSettings = create())
    syncRespondent(ann)
    clearRespondent()
    expect(syncRespondent(EMPTY_RESPONDENT)).toMatchObject({
      modal_theme: 'dark',
      ...BASE_SETTINGS
    })
    expect(JSON.stringify([getSentSettings(), readable(old)])).not.toMatch(/ann|pro|Inbox|initech|Checkout/)
  })

  it('are restored to the page’s own values', () => {
    const old = withEmail({ set: () => undefined })
    Object.assign(old, { external_id: '7', properties: { seats: 5 } })
    window.wootricSettings = old
    expect(syncRespondent(ann)).toMatchObject({ external_id: '7', properties: { seats: 5, plan: 'pro' } })
    expect(readable(old)).toMatchObject({ modal_theme: 'dark', external_id: '7', properties: { seats: 5 } })
  })

  it('are not replaced if they already have all values', () => {
    const frozen = (window.wootricSettings = Object.freeze({
      email: 'ann@example.com',
      ...BASE_SETTINGS
    }))
    syncRespondent(user({ email: 'ann@example.com' }))
    expect(window.wootricSettings).toBe(frozen)
  })

  function refuseLastKey(target: object, key: string | symbol, value: unknown): boolean {
    return key !== 'account_token' && Reflect.set(target, key, value)
  }

  /** Returns the values that can be read from settings. */
  function readable(settings: WootricSettings): object {
    return Object.fromEntries(
      Object.keys(settings).flatMap((key) => {
        try {
          return [[key, settings[key]]]
        } catch {
          return []
        }
      })
    )
  }
})

describe('settings of a reactive store', () => {
  /** Returns a new wrapper of an object at each access, as some reactive stores do. */
  function reactive<Target extends object>(target: Target): Target {
    return new Proxy(target, {
      get: (object, key) => {
        const value: unknown = Reflect.get(object, key)
        return typeof value === 'object' && value !== null ? reactive(value) : value
      }
    })
  }

  it('are changed in place', () => {
    const store = (window.wootricSettings = reactive<WootricSettings>({ modal_theme: 'dark' }))
    expect(syncRespondent(ann)).toEqual({ ...annSettings, modal_theme: 'dark' })
    expect(window.wootricSettings).toBe(store)
  })

  it('do not turn Segment’s values into the page’s own', () => {
    window.wootricSettings = reactive<WootricSettings>({})
    syncRespondent(ann)
    expect(syncRespondent({ ...ann, user: { ...ann.user, properties: { seats: 5 } } }).properties).toEqual({ seats: 5 })
    clearRespondent()
    expect(syncRespondent(EMPTY_RESPONDENT)).toEqual(BASE_SETTINGS)
  })

  it('keep the page’s own objects', () => {
    window.wootricSettings = reactive<WootricSettings>({ properties: { plan: 'free' }, page_info: { name: 'x' } })
    expect(syncRespondent(user({ language: 'EN' }))).toMatchObject({
      properties: { plan: 'free' },
      page_info: { name: 'x' }
    })
    expect(syncRespondent(EMPTY_RESPONDENT)).toMatchObject({ properties: { plan: 'free' }, page_info: { name: 'x' } })
  })
})

describe('settings that cannot be changed at all', () => {
  it.each<[string, PropertyDescriptor]>([
    ['are frozen behind a global without a setter', { get: () => Object.freeze({ email: 'bob@example.com' }) }],
    ['are frozen behind a setter that ignores changes', { get: () => Object.freeze({}), set: () => undefined }],
    ['are frozen behind a setter that throws', { get: () => Object.freeze({}), set: throwError }],
    ['are a constant', { value: Object.freeze({ email: 'bob@example.com' }), writable: false }],
    ['cannot be read', { get: throwError, set: () => undefined }]
  ])('cause an error without the page’s message if they %s', (_, attributes) => {
    defineGlobal('wootricSettings', attributes)
    let error: unknown
    try {
      syncRespondent(ann)
    } catch (thrown) {
      error = thrown
    }
    expect(error).toBeInstanceOf(InMomentError)
    expect(error).toMatchObject({
      code: 'settings_locked',
      message: expect.stringContaining('wootricSettings') as string
    })
  })
})

it.each<[string, () => unknown]>([
  ['a form element with that ID', () => document.body.appendChild(document.createElement('form'))],
  ['a string', () => 'settings'],
  ['null', () => null]
])('replaces %s under the name wootricSettings', (_, create) => {
  const value = create()
  defineGlobal('wootricSettings', { value, writable: true })
  expect(syncRespondent(ann)).toEqual(annSettings)
  expect(window.wootricSettings).not.toBe(value)
  expect(document.body.innerHTML).not.toContain('ann')
})

it('is not affected by a damaged Object.prototype', () => {
  Object.defineProperty(Object.prototype, 'email', { value: 'x@example.com', configurable: true, writable: true })
  try {
    expect(syncRespondent(ann).email).toBe('ann@example.com')
  } finally {
    Reflect.deleteProperty(Object.prototype, 'email')
  }
})
