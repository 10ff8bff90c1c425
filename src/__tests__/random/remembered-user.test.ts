import fc from 'fast-check'
import { getRememberedUser } from '../../destinations/inmoment/remembered-user'
import { resetPage } from '../../destinations/inmoment/test-support/reset-page'
import { storeAnn } from '../../destinations/inmoment/test-support/remembered-user'

beforeEach(resetPage)

afterEach(() => jest.restoreAllMocks())

describe('a record that another script wrote', () => {
  it('is either returned for its own IDs or removed, without an error, for any JSON', () => {
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('ann', 'visitor-1'))
    const keys = ['userId', 'anonymousId', 'mappedUserId', 'user', 'group'] as const
    const records = fc.record(Object.fromEntries(keys.map((key) => [key, values])), { requiredKeys: [] })
    fc.assert(
      fc.property(records, (record) => {
        storeAnn(record)
        const found = getRememberedUser({ userId: 'ann', anonymousId: 'visitor-1' })
        expect(localStorage).toHaveLength(found ? 1 : 0)
        if (found) expect([found.userId, found.anonymousId]).toContain(found.userId ? 'ann' : 'visitor-1')
      })
    )
  })
})
