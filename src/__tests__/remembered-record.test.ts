import { VERSION } from '../destinations/inmoment/version'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, loadPage, registerPlugins, REMEMBERED } from '../../test/support/page'

let beacon: FakeBeacon
let record: Record<string, unknown>

beforeEach(async () => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
  const analytics = await registerPlugins()
  await analytics.identify('ann', { email: 'ann@example.com', plan: 'pro' })
  record = JSON.parse(localStorage.getItem(REMEMBERED) ?? '') as typeof record
})

afterEach(() => jest.restoreAllMocks())

/** Opens the next page with this record, and delivers an event there. */
async function openWith(stored: unknown): Promise<void> {
  loadPage()
  beacon = new FakeBeacon()
  beacon.install()
  localStorage.setItem(REMEMBERED, typeof stored === 'string' ? stored : JSON.stringify(stored))
  const analytics = await registerPlugins()
  await analytics.track('Order Completed')
}

it.each([
  ['no JSON', '{'],
  ['empty', ''],
  ['null', null],
  ['a number', 7],
  ['a list', []],
  ['an object without a version', {}]
])('a record that is %s has no effect and is removed', async (_, stored) => {
  await openWith(stored)
  expect(beacon.last.settings).toEqual({
    account_token: 'NPS-4aeb53c1',
    version: VERSION,
    event_name: 'Order Completed',
    properties: {}
  })
  expect(localStorage.getItem(REMEMBERED)).toBeNull()
})

it.each([
  ['of another version', { version: 2 }],
  ['of another user', { userId: 'bob' }],
  ['of nobody', { userId: undefined, anonymousId: undefined }],
  ['whose user is not an object', { user: 'ann' }]
])('a record %s has no effect and is removed', async (_, changes) => {
  await openWith({ ...record, ...changes })
  expect(JSON.stringify(beacon.last.settings)).not.toMatch(/ann|"pro"/)
  expect(localStorage.getItem(REMEMBERED)).toBeNull()
})

it('values of the wrong type, and keys of other kinds, never reach InMoment', async () => {
  const user = {
    email: { toString: 'hostile' },
    created_at: '<script>',
    language: ['hostile'],
    properties: { plan: 'pro' },
    account_token: 'NPS-hostile1',
    callbacks: 'hostile',
    modal_theme: 'hostile'
  }
  await openWith({
    ...record,
    user,
    page: { hostile: true },
    request: { email: 'hostile@example.com' },
    queue: 'hostile'
  })
  expect(beacon.last.settings).toEqual({
    account_token: 'NPS-4aeb53c1',
    version: VERSION,
    event_name: 'Order Completed',
    properties: { plan: 'pro' }
  })
})

it('a __proto__ in the record changes no prototype', async () => {
  const hostile = `{"__proto__":{"hostile":1},"plan":"pro"}`
  await openWith(JSON.stringify(record).replace('{"plan":"pro"}', hostile))
  expect(Reflect.get({}, 'hostile')).toBeUndefined()
  expect(Reflect.get(window.wootricSettings ?? {}, 'hostile')).toBeUndefined()
})

it('a record above 50 KB is not written, and removes the older one', async () => {
  loadPage()
  beacon.install()
  const analytics = await registerPlugins()
  await analytics.identify('ann', { note: 'x'.repeat(50_001) })
  expect(beacon.last.settings.properties?.note).toHaveLength(50_001)
  expect(localStorage.getItem(REMEMBERED)).toBeNull()
})

it('a localStorage that is full, or throws, does not prevent delivery', async () => {
  loadPage()
  beacon.install()
  const analytics = await registerPlugins()
  const setItem = localStorage.setItem.bind(localStorage)
  jest.spyOn(Storage.prototype, 'setItem').mockImplementation((key, value) => {
    if (key === REMEMBERED) throw new DOMException('full', 'QuotaExceededError')
    setItem(key, value)
  })
  await analytics.identify('ann', { plan: 'free' })
  expect(beacon.last.settings.properties).toEqual({ plan: 'free' })
  expect(localStorage.getItem(REMEMBERED)).toBeNull()
})
