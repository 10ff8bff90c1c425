import fc from 'fast-check'
import { RECORD_KEY, getRememberedUser } from '../../destinations/inmoment/remembered-user'
import { type Respondent } from '../../destinations/inmoment/respondent'
import { resetPage } from '../../destinations/inmoment/test-support/reset-page'

const ann: Respondent = {
  userId: 'ann',
  anonymousId: 'visitor-1',
  mappedUserId: 'crm-1',
  user: {
    email: 'ann@example.com',
    external_id: '7',
    created_at: 1399457472,
    language: 'EN',
    segment_user_id: 'ann',
    properties: { plan: 'pro' }
  },
  request: { event_name: 'Checkout' },
  group: { id: 'initech' },
  page: { name: 'Inbox of Ann' }
}

const { userId, anonymousId, mappedUserId, user, group } = ann
const remembered = { userId, anonymousId, mappedUserId, user, group }

beforeEach(resetPage)

afterEach(() => jest.restoreAllMocks())

/** Stores a valid record with these changes. */
function store(changes: object): void {
  localStorage.setItem(RECORD_KEY, JSON.stringify({ version: 1, ...remembered, ...changes }))
}

describe('a record that another script wrote', () => {
  it('is either returned for its own IDs or removed, without an error, for any JSON', () => {
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom<unknown>('ann', 'visitor-1'))
    const keys = ['userId', 'anonymousId', 'mappedUserId', 'user', 'group'] as const
    const records = fc.record(Object.fromEntries(keys.map((key) => [key, values])), { requiredKeys: [] })
    fc.assert(
      fc.property(records, (record) => {
        store(record)
        const found = getRememberedUser({ userId: 'ann', anonymousId: 'visitor-1' })
        expect(localStorage).toHaveLength(found ? 1 : 0)
        if (found) expect([found.userId, found.anonymousId]).toContain(found.userId ? 'ann' : 'visitor-1')
      })
    )
  })
})
