import fc from 'fast-check'
import { getPageState } from '../../destinations/inmoment/page-state'
import { EMPTY_RESPONDENT, type Respondent } from '../../destinations/inmoment/respondent'
import type { UserSettings } from '../../destinations/inmoment/wootric/types'
import { resetPage } from '../../destinations/inmoment/test-support/reset-page'
import { ACCOUNT_TOKEN } from '../../destinations/inmoment/test-support/constants'
import { syncRespondent } from '../../destinations/inmoment/test-support/sync-respondent'

beforeEach(() => {
  resetPage()
  getPageState().accountToken = ACCOUNT_TOKEN
})

function user(values: UserSettings): Respondent {
  return { ...EMPTY_RESPONDENT, user: values }
}

describe('syncSettings', () => {
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
        resetPage()
        window.wootricSettings = { ...own }
        const once = syncRespondent(user(known))
        expect(syncRespondent(user(known))).toEqual(once)
        expect(syncRespondent(user(known))).toEqual(once)
      })
    )
  })
})
