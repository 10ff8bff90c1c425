import { VERSION } from '../version'
import fc from 'fast-check'
import { InMomentError } from '../errors'
import { getPageState } from '../page-state'
import { EMPTY_RESPONDENT, type Respondent } from '../respondent'
import { clearPageSettings, isAllowedByPage, syncSettings } from '../sync-settings'
import type { UserSettings, WootricSettings } from '../wootric/types'
import { define, freshPage, refuse } from './support/fresh-page'

const TOKEN = 'NPS-4aeb53c1'

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
  account_token: TOKEN,
  version: VERSION
}

beforeEach(() => {
  freshPage()
  getPageState().accountToken = TOKEN
})

/** Syncs the respondent as the page's current one. */
function show(respondent: Respondent): WootricSettings {
  getPageState().respondent = respondent
  syncSettings(respondent)
  return current()
}

/** Clears the respondent, as a change of user does. */
function leave(): void {
  clearPageSettings()
  getPageState().respondent = EMPTY_RESPONDENT
}

function user(values: UserSettings): Respondent {
  return { ...EMPTY_RESPONDENT, user: values }
}

/** What the beacon sends: JSON. */
function current(): WootricSettings {
  return JSON.parse(JSON.stringify(window.wootricSettings)) as WootricSettings
}

describe('syncSettings', () => {
  it('writes the whole respondent and the account token', () => {
    expect(show(ann)).toEqual(annSettings)
  })

  it('changes the page’s own object, and keeps its other keys', () => {
    const own: WootricSettings = (window.wootricSettings = { modal_theme: 'dark', product_name: 'Initech' })
    expect(show(ann)).toEqual({ ...annSettings, modal_theme: 'dark', product_name: 'Initech' })
    expect(window.wootricSettings).toBe(own)
  })

  it('clears values that the next state does not have', () => {
    show(ann)
    expect(show({ ...EMPTY_RESPONDENT, user: { language: 'EN' } })).toEqual({
      language: 'EN',
      account_token: TOKEN,
      version: VERSION
    })
    expect(Object.keys(window.wootricSettings ?? {}).sort()).toEqual(['account_token', 'language', 'version'])
  })

  it('has the same result if called twice, for any respondent and any values of the page', () => {
    const values = fc.record(
      {
        email: fc.constantFrom('ann@example.com', 'Ann@Example.com', 'bob@example.com'),
        external_id: fc.constantFrom('1', '2'),
        created_at: fc.nat(),
        language: fc.constantFrom('EN', 'DE'),
        properties: fc.dictionary(fc.constantFrom('plan', 'seats'), fc.constantFrom('a', 'b'))
      },
      { requiredKeys: [] }
    )
    fc.assert(
      fc.property(values, values, (own, known) => {
        freshPage()
        window.wootricSettings = { ...own }
        const once = show(user(known))
        expect(show(user(known))).toEqual(once)
        expect(show(user(known))).toEqual(once)
      })
    )
  })

  it('adds no enumerable keys or symbols that the beacon would read', () => {
    show(ann)
    const { properties, page_info, group_info } = window.wootricSettings ?? {}
    for (const value of [properties, page_info, group_info]) {
      expect(Object.getOwnPropertySymbols({ ...value })).toEqual([])
    }
  })
})

describe('the page’s own values', () => {
  it('stay if only the page or only Segment has an email', () => {
    window.wootricSettings = { external_id: '7', properties: { seats: 5 }, language: 'DE' }
    expect(show(ann)).toEqual({
      ...annSettings,
      external_id: '7',
      language: 'DE',
      properties: { seats: 5, plan: 'pro' }
    })
  })

  it.each([['ann@example.com'], ['Ann@Example.COM']])('stay if the page has the same email, %s', (email) => {
    window.wootricSettings = { email, external_id: '7' }
    expect(show(ann)).toEqual({ ...annSettings, external_id: '7' })
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
    expect(show(ann)).toEqual({ ...annSettings, modal_theme: 'dark' })
  })

  it('are cleared if the page sets another user later', () => {
    show(ann)
    Object.assign(window.wootricSettings ?? {}, { email: 'bob@example.com', external_id: '7' })
    expect(show(ann)).toEqual(annSettings)
  })

  it('stay if the page sets the same user later', () => {
    show(ann)
    Object.assign(window.wootricSettings ?? {}, { email: 'ANN@example.com', external_id: '7' })
    expect(show(ann)).toEqual({ ...annSettings, external_id: '7' })
  })

  it('are used again after Segment’s value is cleared', () => {
    window.wootricSettings = { language: 'DE' }
    expect(show(user({ language: 'EN' })).language).toBe('EN')
    expect(show(EMPTY_RESPONDENT).language).toBe('DE')
  })

  it('do not include Segment’s values, which are cleared with the respondent', () => {
    show(ann)
    expect(show(EMPTY_RESPONDENT)).toEqual({ account_token: TOKEN, version: VERSION })
  })

  it('are replaced if the page changes its user while Segment has no user', () => {
    window.wootricSettings = { email: 'bob@example.com', external_id: '7', language: 'DE' }
    show(EMPTY_RESPONDENT)
    Object.assign(window.wootricSettings, { email: 'cid@example.com', created_at: 9 })
    expect(show(EMPTY_RESPONDENT)).toMatchObject({ email: 'cid@example.com', created_at: 9 })
    expect(current()).not.toHaveProperty('external_id')
    expect(current()).not.toHaveProperty('language')
  })

  it('are kept if the page changes only the case of its email while Segment has no user', () => {
    window.wootricSettings = { email: 'bob@example.com', external_id: '7' }
    show(EMPTY_RESPONDENT)
    window.wootricSettings.email = 'Bob@example.com'
    expect(show(EMPTY_RESPONDENT)).toMatchObject({ email: 'Bob@example.com', external_id: '7' })
  })

  it('are cleared if the page changes its user while Segment has a user', () => {
    window.wootricSettings = { email: 'bob@example.com', external_id: '7' }
    show(user({ created_at: 5 }))
    Object.assign(window.wootricSettings, { email: 'cid@example.com', external_id: '8' })
    expect(show(user({ created_at: 5 }))).toEqual({ created_at: 5, account_token: TOKEN, version: VERSION })
  })

  it('are replaced if the page changes its user after all of Segment’s values were cleared', () => {
    window.wootricSettings = { email: 'bob@example.com', external_id: '7' }
    const cleared = user({ language: undefined })
    show(cleared)
    Object.assign(window.wootricSettings, { email: 'cid@example.com', created_at: 9 })
    expect(show(cleared)).toEqual({ email: 'cid@example.com', created_at: 9, account_token: TOKEN, version: VERSION })
  })

  it('can be frozen objects, which are not changed', () => {
    const page_info = Object.freeze({ name: 'Home' })
    const group_info = { id: 'initech' }
    window.wootricSettings = { page_info, group_info }
    expect(show(user({ language: 'EN' }))).toMatchObject({ page_info, group_info })
    expect(Object.getOwnPropertySymbols(group_info)).toEqual([])
    expect(window.wootricSettings.page_info).toBe(page_info)
  })

  it('are kept if the page replaces the object', () => {
    show(ann)
    window.wootricSettings = { external_id: '7', modal_theme: 'dark' }
    expect(show(ann)).toEqual({ ...annSettings, external_id: '7', modal_theme: 'dark' })
  })

  it('are not compared by an email that is not a string', () => {
    window.wootricSettings = Object.assign({}, { email: 5 as unknown as string, external_id: '7' })
    expect(show(ann)).toEqual({ ...annSettings, external_id: '7' })
  })
})

describe('clearPageSettings', () => {
  it('clears the page’s own user with the respondent', () => {
    window.wootricSettings = { external_id: '7', language: 'DE', page_info: { name: 'x' }, modal_theme: 'dark' }
    show(ann)
    leave()
    expect(show(EMPTY_RESPONDENT)).toEqual({ modal_theme: 'dark', account_token: TOKEN, version: VERSION })
  })

  it('clears values that the page set after the last write', () => {
    show(ann)
    Object.assign(window.wootricSettings ?? {}, { external_id: '7' })
    leave()
    expect(show(EMPTY_RESPONDENT)).toEqual({ account_token: TOKEN, version: VERSION })
  })

  it('does not prevent the page from setting its next user', () => {
    show(ann)
    leave()
    Object.assign(window.wootricSettings ?? {}, { email: 'bob@example.com', external_id: '8' })
    expect(show(EMPTY_RESPONDENT)).toEqual({
      email: 'bob@example.com',
      external_id: '8',
      account_token: TOKEN,
      version: VERSION
    })
  })

  it('clears Segment’s values even if the page prevents reading at that time', () => {
    show(ann)
    const settings = window.wootricSettings
    define('wootricSettings', { get: refuse })
    leave()
    define('wootricSettings', { value: settings, writable: true })
    expect(show(EMPTY_RESPONDENT)).toEqual({ account_token: TOKEN, version: VERSION })
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
    show(ann)
    expect(isAllowedByPage(user({ email: 'bob@example.com' }))).toBe(true)
  })
})

describe('settings of which only some can be changed', () => {
  /** Settings of the page whose email is an accessor with this setter. */
  function withEmail(accessor: PropertyDescriptor): WootricSettings {
    const settings: WootricSettings = { modal_theme: 'dark' }
    return Object.defineProperty(settings, 'email', { get: () => undefined, enumerable: true, ...accessor })
  }

  const kinds: [string, () => WootricSettings][] = [
    ['are frozen', () => Object.freeze({ modal_theme: 'dark' })],
    ['are sealed', () => Object.seal({ modal_theme: 'dark', created_at: 1 })],
    ['accept no new keys', () => Object.preventExtensions({ modal_theme: 'dark', language: 'DE' })],
    ['have an email without a setter', () => withEmail({})],
    ['have an email whose setter throws', () => withEmail({ set: refuse })],
    ['have an email whose setter ignores the value', () => withEmail({ set: () => undefined })],
    ['have an email whose getter throws', () => withEmail({ get: refuse, set: () => undefined })],
    ['are a proxy that ignores changes', () => new Proxy({ modal_theme: 'dark' }, { set: () => true })],
    ['are a proxy that refuses changes', () => new Proxy({ modal_theme: 'dark' }, { set: () => false })],
    [
      'are a proxy that refuses one key',
      () => new Proxy<WootricSettings>({ modal_theme: 'dark' }, { set: refuseLastKey })
    ]
  ]

  it.each(kinds)('are replaced by a copy if they %s, and keep nothing of Segment’s', (_, create) => {
    const old = (window.wootricSettings = create())
    const settings = show(ann)
    expect(settings).toMatchObject({ ...annSettings, modal_theme: 'dark' })
    expect(window.wootricSettings).not.toBe(old)
    expect(JSON.stringify(readable(old))).not.toMatch(/ann|pro|Inbox|initech|Checkout/)
  })

  it.each(kinds)('are clean after the respondent is cleared if they %s', (_, create) => {
    const old = (window.wootricSettings = create())
    show(ann)
    leave()
    expect(show(EMPTY_RESPONDENT)).toMatchObject({ modal_theme: 'dark', account_token: TOKEN, version: VERSION })
    expect(JSON.stringify([current(), readable(old)])).not.toMatch(/ann|pro|Inbox|initech|Checkout/)
  })

  it('are restored to the page’s own values', () => {
    const old = withEmail({ set: () => undefined })
    Object.assign(old, { external_id: '7', properties: { seats: 5 } })
    window.wootricSettings = old
    expect(show(ann)).toMatchObject({ external_id: '7', properties: { seats: 5, plan: 'pro' } })
    expect(readable(old)).toMatchObject({ modal_theme: 'dark', external_id: '7', properties: { seats: 5 } })
  })

  it('are not replaced if they already have all values', () => {
    const frozen = (window.wootricSettings = Object.freeze({
      email: 'ann@example.com',
      account_token: TOKEN,
      version: VERSION
    }))
    show(user({ email: 'ann@example.com' }))
    expect(window.wootricSettings).toBe(frozen)
  })

  function refuseLastKey(target: object, key: string | symbol, value: unknown): boolean {
    return key !== 'account_token' && Reflect.set(target, key, value)
  }

  /** The values that can be read from settings. */
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
  /** Returns wrappers of the objects it was given, a new one at each access, as some stores do. */
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
    expect(show(ann)).toEqual({ ...annSettings, modal_theme: 'dark' })
    expect(window.wootricSettings).toBe(store)
  })

  it('do not turn Segment’s values into the page’s own', () => {
    window.wootricSettings = reactive<WootricSettings>({})
    show(ann)
    expect(show({ ...ann, user: { ...ann.user, properties: { seats: 5 } } }).properties).toEqual({ seats: 5 })
    leave()
    expect(show(EMPTY_RESPONDENT)).toEqual({ account_token: TOKEN, version: VERSION })
  })

  it('keep the page’s own objects', () => {
    window.wootricSettings = reactive<WootricSettings>({ properties: { plan: 'free' }, page_info: { name: 'x' } })
    expect(show(user({ language: 'EN' }))).toMatchObject({ properties: { plan: 'free' }, page_info: { name: 'x' } })
    expect(show(EMPTY_RESPONDENT)).toMatchObject({ properties: { plan: 'free' }, page_info: { name: 'x' } })
  })
})

describe('settings that cannot be changed at all', () => {
  it.each<[string, PropertyDescriptor]>([
    ['are frozen behind a global without a setter', { get: () => Object.freeze({ email: 'bob@example.com' }) }],
    ['are frozen behind a setter that ignores changes', { get: () => Object.freeze({}), set: () => undefined }],
    ['are frozen behind a setter that throws', { get: () => Object.freeze({}), set: refuse }],
    ['are a constant', { value: Object.freeze({ email: 'bob@example.com' }), writable: false }],
    ['cannot be read', { get: refuse, set: () => undefined }]
  ])('cause an error without the page’s message if they %s', (_, attributes) => {
    define('wootricSettings', attributes)
    let error: unknown
    try {
      show(ann)
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
  define('wootricSettings', { value, writable: true })
  expect(show(ann)).toEqual(annSettings)
  expect(window.wootricSettings).not.toBe(value)
  expect(document.body.innerHTML).not.toContain('ann')
})

it('is not affected by a damaged Object.prototype', () => {
  Object.defineProperty(Object.prototype, 'email', { value: 'x@example.com', configurable: true, writable: true })
  try {
    expect(show(ann).email).toBe('ann@example.com')
  } finally {
    Reflect.deleteProperty(Object.prototype, 'email')
  }
})
