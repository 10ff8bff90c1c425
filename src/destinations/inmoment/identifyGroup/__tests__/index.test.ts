import { Context } from '@segment/analytics-next'
import { BASE_SETTINGS } from '../../test-support/constants'
import type { FakeBeacon } from '../../test-support/fake-beacon'
import { openPageWithBeacon } from '../../test-support/open-page'
import { loadAction } from '../../test-support/load-plugins'

let beacon: FakeBeacon

const traits = { name: 'Initech', seats: 5 }

beforeEach(() => {
  beacon = openPageWithBeacon()
})

describe('Identify Group', () => {
  it('sends the group without a survey request', async () => {
    const plugin = await loadAction('identifyGroup')
    await plugin.group?.(new Context({ type: 'group', userId: 'ann', groupId: 'initech', traits }))
    expect(beacon.calls).toEqual([
      { command: 'group', settings: { ...BASE_SETTINGS, group_info: { ...traits, id: 'initech' } } }
    ])
  })

  it('adds the group to the properties of the user if Add Group Traits to Properties is on', async () => {
    const plugin = await loadAction('identifyGroup', { addTraitsToProperties: true })
    await plugin.group?.(new Context({ type: 'group', userId: 'ann', groupId: 'initech', traits }))
    expect(beacon.last.settings).toEqual({
      ...BASE_SETTINGS,
      group_info: { ...traits, id: 'initech' },
      properties: { group_id: 'initech', group_name: 'Initech', group_seats: 5 }
    })
  })
})
