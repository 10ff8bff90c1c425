import { Context } from '@segment/analytics-next'
import { BASE_SETTINGS } from '../../test-support/constants'
import type { FakeBeacon } from '../../test-support/fake-beacon'
import { getWarnings } from '../../test-support/get-warnings'
import { openPageWithBeacon } from '../../test-support/open-page'
import { loadAction } from '../../test-support/load-plugins'

let beacon: FakeBeacon

beforeEach(() => {
  beacon = openPageWithBeacon()
})

describe('Track Page', () => {
  it('sends page information without a survey request', async () => {
    const plugin = await loadAction('trackPage')
    const properties = {
      path: '/install',
      url: 'https://example.com/install',
      title: 'Install',
      referrer: '',
      section: 'docs'
    }
    await plugin.page?.(new Context({ type: 'page', name: 'Install', userId: 'ann', properties }))
    expect(beacon.calls).toEqual([
      { command: 'page', settings: { ...BASE_SETTINGS, page_info: { ...properties, name: 'Install' } } }
    ])
  })

  it('drops a name that is not a string, with a warning, and sends the rest', async () => {
    const plugin = await loadAction('trackPage')
    const context = new Context({ type: 'page', properties: { name: ['Install'], path: '/install' } })
    await plugin.page?.(context)
    expect(beacon.last.settings.page_info).toEqual({ path: '/install' })
    expect(getWarnings(context)).toEqual(['InMoment: name was dropped because it is not a string'])
  })
})
