import { ACCOUNT_TOKEN, OTHER_ACCOUNT_TOKEN } from '../destinations/inmoment/test-support/constants'
import { ServedBeacon } from '../../test/support/served-beacon'
import { getErrors, openPage, registerPlugins } from '../../test/support/page'
import { resetPage } from '../destinations/inmoment/test-support/reset-page'

const PAGE_SETTINGS = {
  account_token: OTHER_ACCOUNT_TOKEN,
  email: 'bob@example.com',
  properties: { role: 'admin' }
}
const CONFLICT = 'InMoment: the page uses a different account token than the Account Token setting'

let beacon: ServedBeacon

beforeEach(() => {
  beacon = openPage()
})

it('changes nothing on a page with InMoment if the account token is empty', async () => {
  window.wootricSettings = { ...PAGE_SETTINGS }
  const analytics = await registerPlugins({ accountToken: '' })
  await analytics.identify('ann', { email: 'ann@example.com' })
  analytics.reset()
  expect(window.wootricSettings).toEqual(PAGE_SETTINGS)
  expect(beacon.calls).toEqual([])
})

describe('a different account token that the page sets late', () => {
  it('fails later events, which change nothing', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    window.wootricSettings = { ...PAGE_SETTINGS }
    const context = await analytics.track('Order Completed')
    expect(getErrors(context)).toEqual([CONFLICT])
    expect(window.wootricSettings).toEqual(PAGE_SETTINGS)
    expect(beacon.commands).toEqual(['run'])
    expect(JSON.stringify(context.logs())).not.toContain('NPS-')
  })

  it('is not changed by reset()', async () => {
    const analytics = await registerPlugins()
    await analytics.identify('ann', { email: 'ann@example.com' })
    window.wootricSettings = { ...PAGE_SETTINGS }
    analytics.reset()
    expect(window.wootricSettings).toMatchObject({ account_token: OTHER_ACCOUNT_TOKEN })
  })

  it('is not changed by a queued event', async () => {
    resetPage()
    beacon = new ServedBeacon()
    beacon.hang()
    const analytics = await registerPlugins()
    const event = analytics.identify('ann', { email: 'ann@example.com' })
    await new Promise((resolve) => setTimeout(resolve, 20))
    window.wootricSettings = { ...PAGE_SETTINGS }
    beacon.install()
    expect(getErrors(await event)).toEqual([CONFLICT])
    expect(beacon.calls).toEqual([])
    expect(window.wootricSettings).toEqual(PAGE_SETTINGS)
  })
})

it('clears the user on reset() if the page had another account token at load', async () => {
  window.wootricSettings = { account_token: OTHER_ACCOUNT_TOKEN }
  const analytics = await registerPlugins()
  window.wootricSettings = { account_token: ACCOUNT_TOKEN }
  await analytics.identify('ann', { email: 'ann@example.com' })
  const late = analytics.track('Late')
  analytics.reset()
  await late
  expect(beacon.calls).toHaveLength(1)
  expect(JSON.stringify([window.wootricSettings, localStorage])).not.toContain('ann@example.com')
})
