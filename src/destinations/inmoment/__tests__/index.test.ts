import { Context } from '@segment/analytics-next'
import type { Plugin } from '@segment/analytics-next'
import { destination } from '..'
import { getBeaconScripts, preventLoading } from '../test-support/beacon-scripts'
import { ACCOUNT_TOKEN, BASE_SETTINGS } from '../test-support/constants'
import { FakeBeacon } from '../test-support/fake-beacon'
import { createSubscription, loadPlugins } from '../test-support/load-plugins'
import { resetPage } from '../test-support/reset-page'

let beacon: FakeBeacon

beforeEach(() => {
  resetPage()
  preventLoading()
  beacon = new FakeBeacon()
})

afterEach(() => jest.restoreAllMocks())

const presets = (destination.presets ?? []).map(({ partnerAction }) => createSubscription(partnerAction))

/** Delivers one event of each kind that has a preset. */
async function deliverAll(plugins: Plugin[]): Promise<void> {
  for (const plugin of plugins) {
    await plugin.identify?.(new Context({ type: 'identify', userId: 'ann', traits: { email: 'ann@example.com' } }))
    await plugin.track?.(new Context({ type: 'track', event: 'Order Completed', userId: 'ann' }))
    await plugin.page?.(new Context({ type: 'page', userId: 'ann', properties: { path: '/' } }))
    await plugin.group?.(new Context({ type: 'group', userId: 'ann', groupId: 'initech' }))
    await plugin.alias?.(new Context({ type: 'alias', userId: 'ann', previousId: 'bob' }))
  }
}

describe('InMoment', () => {
  it('has a preset for each kind of event, and none for Request Survey', () => {
    expect(destination.presets?.map(({ partnerAction }) => partnerAction)).toEqual([
      'identifyUser',
      'trackEvent',
      'trackPage',
      'identifyGroup'
    ])
  })

  it('loads without waiting for the beacon, and adds its script once', async () => {
    const plugins = await loadPlugins(presets)
    expect(plugins.map((plugin) => plugin.isLoaded())).toEqual([true, true, true, true])
    expect(getBeaconScripts()).toHaveLength(1)
    expect(window.wootricSettings).toEqual(BASE_SETTINGS)
  })

  it('delivers the events of all presets', async () => {
    beacon.install()
    await deliverAll(await loadPlugins(presets))
    expect(beacon.commands).toEqual(['run', 'run', 'page', 'group'])
    expect(beacon.last.settings).toMatchObject({ ...BASE_SETTINGS, email: 'ann@example.com' })
  })

  it('delivers events even if `initialize` was replaced', async () => {
    jest.spyOn(destination, 'initialize').mockResolvedValue({})
    beacon.install()
    await deliverAll(await loadPlugins(presets))
    expect(beacon.commands).toEqual(['run', 'run', 'page', 'group'])
    expect(beacon.last.settings.account_token).toBe(ACCOUNT_TOKEN)
  })

  it('fails each event if the account token is missing, and does not load the beacon', async () => {
    const plugins = await loadPlugins(presets, { accountToken: '' })
    const context = new Context({ type: 'track', event: 'Order Completed', userId: 'ann' })
    await expect(plugins[1]?.track?.(context)).rejects.toThrow('the Account Token setting is empty')
    expect(getBeaconScripts()).toEqual([])
  })

  it('fails each event if the beacon’s script is blocked, without an error on load', async () => {
    const plugins = await loadPlugins(presets)
    getBeaconScripts()[0]?.dispatchEvent(new Event('error'))
    const context = new Context({ type: 'track', event: 'Order Completed', userId: 'ann' })
    await expect(plugins[1]?.track?.(context)).rejects.toMatchObject({
      message: 'InMoment: the beacon is missing because its script could not be loaded or was blocked'
    })
  })

  it('ignores events that match no subscription', async () => {
    beacon.install()
    const plugins = await loadPlugins([
      createSubscription('trackPage'),
      { ...createSubscription('trackEvent'), enabled: false }
    ])
    expect(plugins).toHaveLength(1)
    await deliverAll(plugins)
    expect(beacon.commands).toEqual(['page'])
  })
})
