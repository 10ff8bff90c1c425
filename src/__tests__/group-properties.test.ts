import type { Analytics } from '@segment/analytics-next'
import { destination, type Settings } from '..'
import { RECORD_KEY } from '../destinations/inmoment/remembered-user'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { getWarnings, openNextPage, openPage, registerPlugins } from '../../test/support/page'
import { changePresets } from '../../test/support/subscriptions'

let beacon: FakeBeacon

beforeEach(() => {
  beacon = openPage()
})

/** The presets with Add Group Traits to Properties turned on. */
function open(settings: Partial<Settings> = {}): Promise<Analytics> {
  const subscriptions = changePresets({ identifyGroup: { addTraitsToProperties: true } })
  return registerPlugins({ ...settings, subscriptions })
}

it('is off by default', () => {
  expect(destination.actions.identifyGroup?.fields.addTraitsToProperties?.default).toBe(false)
})

it('requests no survey, and keeps group_info as it was', async () => {
  const analytics = await open()
  await analytics.group('initech', { name: 'Initech', address: { city: 'Austin' } })
  expect(beacon.commands).toEqual(['group'])
  expect(beacon.last.settings.group_info).toEqual({ id: 'initech', name: 'Initech', address: { city: 'Austin' } })
  expect(beacon.last.settings.properties).toEqual({
    group_id: 'initech',
    group_name: 'Initech',
    group_address_city: 'Austin'
  })
})

it('sends them with an identify too, overridden by properties of the same name in an event', async () => {
  const analytics = await open()
  await analytics.group('initech', { name: 'Initech' })
  await analytics.identify('ann', { plan: 'pro' })
  expect(beacon.last.settings.properties).toEqual({ plan: 'pro', group_id: 'initech', group_name: 'Initech' })
  await analytics.track('Order Completed', { group_name: 'of the event' })
  expect(beacon.last.settings.properties).toMatchObject({ group_id: 'initech', group_name: 'of the event' })
  await analytics.track('Second')
  expect(beacon.last.settings.properties).toMatchObject({ group_name: 'Initech' })
})

it('uses names that InMoment accepts, and drops those that are too long', async () => {
  const analytics = await open()
  const context = await analytics.group('initech', {
    'a.b': 1,
    $price: 5,
    since: '2018-08-03 15:28:46 UTC',
    list: [{ sku: 'a' }, { sku: 'b' }],
    ['n'.repeat(249)]: 1,
    ['m'.repeat(250)]: 2
  })
  expect(beacon.last.settings.properties).toEqual({
    group_id: 'initech',
    group_a_b: 1,
    group__price: 5,
    group_since_date: 1533310126,
    group_list_0_sku: 'a',
    group_list_1_sku: 'b',
    [`group_${'n'.repeat(249)}`]: 1
  })
  expect(getWarnings(context)).toEqual([
    expect.stringMatching(/^InMoment: traits\.group\.m+ was dropped because .*too long/)
  ])
})

it('replaces all of the former group, also if the next one has no traits', async () => {
  const analytics = await open()
  await analytics.group('initech', { name: 'Initech', seats: 5 })
  await analytics.group('acme')
  await analytics.track('Order Completed')
  expect(beacon.last.settings.properties).toEqual({ group_id: 'acme' })
})

it('are cleared with the user, by a change of user or a reset', async () => {
  const analytics = await open()
  await analytics.identify('ann')
  await analytics.group('initech', { name: 'Initech' })
  await analytics.identify('bob', { plan: 'free' })
  expect(beacon.last.settings.properties).toEqual({ plan: 'free' })
  await analytics.group('acme', { name: 'Acme' })
  analytics.reset()
  expect(window.wootricSettings).not.toHaveProperty('properties')
  await analytics.track('Order Completed')
  expect(JSON.stringify(beacon.last.settings)).not.toMatch(/acme|initech/i)
})

it('are kept when a visitor becomes a user', async () => {
  const analytics = await open()
  await analytics.group('initech')
  await analytics.identify('ann')
  expect(beacon.last.settings.properties).toEqual({ group_id: 'initech' })
})

it('are restored on the next page, and not if restoring is turned off', async () => {
  const analytics = await open()
  await analytics.identify('ann', { plan: 'pro' })
  await analytics.group('initech', { name: 'Initech' })
  beacon = openNextPage()
  await (await open()).track('Order Completed')
  expect(beacon.last.settings.properties).toEqual({ plan: 'pro', group_id: 'initech', group_name: 'Initech' })
  beacon = openNextPage()
  await (await open({ restoreUser: false })).track('Order Completed')
  expect(beacon.last.settings.properties).toEqual({})
  expect(localStorage.getItem(RECORD_KEY)).toBeNull()
})

it('are not restored from a record with another type', async () => {
  await (await open()).identify('ann', { plan: 'pro' })
  const record = JSON.parse(localStorage.getItem(RECORD_KEY) ?? '{}') as object
  localStorage.setItem(RECORD_KEY, JSON.stringify({ ...record, groupProperties: ['x'] }))
  beacon = openNextPage()
  await (await open()).track('Order Completed')
  expect(beacon.last.settings.properties).toEqual({ plan: 'pro' })
})

it('are cleared when the site turns the field off again', async () => {
  await (await open()).group('initech', { name: 'Initech' })
  beacon = openNextPage()
  const analytics = await registerPlugins()
  await analytics.group('initech', { name: 'Initech' })
  await analytics.track('Order Completed')
  expect(beacon.last.settings.properties).toEqual({})
})
