import type { WootricSettings } from '../destinations/inmoment/wootric/types'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, registerPlugins } from '../../test/support/page'

const JANE = { email: 'jane@example.com', createdAt: '2018-08-03', language: 'DE', plan: 'pro' }

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
})

afterEach(() => Reflect.deleteProperty(window, 'wootricSettings'))

/** Objects that the page allows to change only in part. */
const PARTLY_LOCKED: [string, () => WootricSettings][] = [
  ['an accessor property', () => Object.defineProperty({}, 'email', { get: () => undefined, set: () => undefined })],
  ['a property without a setter', () => Object.defineProperty({}, 'properties', { get: () => ({ role: 'admin' }) })],
  ['a read-only property', () => Object.defineProperty({}, 'language', { value: 'EN' })],
  [
    'a setter that throws',
    () => Object.defineProperty({}, 'created_at', { set: () => Reflect.get(null as never, 'x') })
  ],
  ['no new properties', () => Object.preventExtensions({ email: 'old@example.com', language: 'EN' })],
  ['sealed properties', () => Object.seal({ email: undefined, external_id: 'x' })]
]

describe.each(PARTLY_LOCKED)('settings with %s', (_, create) => {
  it('never keep a value of the user in the old object', async () => {
    const old = create()
    window.wootricSettings = old
    const analytics = await registerPlugins()
    await analytics.identify('jane', JANE)
    await analytics.group('initech')
    await analytics.page('Inbox of Jane')
    expect(beacon.calls[0]?.settings).toMatchObject({ email: 'jane@example.com', properties: { plan: 'pro' } })
    expect(textOf(old)).not.toMatch(/[Jj]ane|1533254400|initech|"pro"/)

    analytics.reset()
    expect(textOf(old)).not.toMatch(/[Jj]ane|1533254400|initech|"pro"/)
    expect(textOf(window.wootricSettings)).not.toMatch(/[Jj]ane|1533254400|initech|"pro"/)
  })

  it('request no survey with the former user’s values, even if the beacon uses the old object', async () => {
    const old = create()
    window.wootricSettings = old
    const seen: string[] = []
    window.wootric = () => seen.push(textOf(old))
    const analytics = await registerPlugins()
    await analytics.identify('jane', JANE)
    analytics.reset()
    await analytics.identify('bob', { plan: 'free' })
    expect(seen).toHaveLength(2)
    expect(seen[1]).not.toMatch(/jane|1533254400|"pro"/)
  })
})

function textOf(settings: object | undefined): string {
  return JSON.stringify({ ...settings })
}

describe('a form element with the ID wootricSettings', () => {
  it('never gets a value of the user, and is replaced', async () => {
    document.body.innerHTML = '<form id="wootricSettings"><input name="email" value="old"></form>'
    const form = document.querySelector('form')
    expect(window.wootricSettings as unknown).toBe(form)
    const analytics = await registerPlugins()
    await analytics.identify('jane', JANE)
    expect(beacon.last.settings).toMatchObject({ email: 'jane@example.com', segment_user_id: 'jane' })
    expect(textOf(form ?? undefined)).not.toMatch(/jane|"pro"/)
    expect(form).not.toHaveProperty('segment_user_id')
    expect(form?.outerHTML).not.toContain('jane')
    expect(window.wootricSettings as unknown).not.toBe(form)

    analytics.reset()
    await analytics.identify('bob')
    expect(JSON.stringify(beacon.last.settings)).not.toMatch(/jane|"pro"/)
  })
})
