import fc from 'fast-check'
import {
  isCurrent,
  isSameRespondent,
  createSettings,
  applyChanges,
  type Respondent
} from '../../destinations/inmoment/respondent'

const ids = fc.record({
  userId: fc.constantFrom(undefined, null, 'ann', 'bob'),
  anonymousId: fc.constantFrom(undefined, null, 'visitor-1', 'visitor-2'),
  mappedUserId: fc.constantFrom(undefined, null, 'crm-1', 'crm-2')
})

const texts = fc.constantFrom('a', 'b', '', 'ann@example.com')
const objects = fc.dictionary(fc.constantFrom('plan', 'seats', '__proto__'), texts, {
  maxKeys: 2,
  noNullPrototype: true
})
const users = fc.record(
  {
    email: texts,
    external_id: texts,
    created_at: fc.integer(),
    language: texts,
    segment_user_id: texts,
    properties: objects
  },
  { requiredKeys: [] }
)
const requests = fc.record(
  { event_name: fc.option(texts), email: fc.option(texts), language: fc.option(texts), properties: objects },
  { requiredKeys: [] }
)
const respondents: fc.Arbitrary<Respondent> = fc.record(
  { user: users, request: requests, group: objects, page: objects },
  { requiredKeys: ['user', 'request'] }
)

describe('isSameRespondent', () => {
  it('is true for equal IDs', () => {
    fc.assert(fc.property(ids, (person) => isSameRespondent(person, { ...person })))
  })

  it('is never true for different user IDs', () => {
    fc.assert(
      fc.property(ids, ids, (one, other) => {
        if (one.userId && other.userId) expect(isSameRespondent(one, other)).toBe(one.userId === other.userId)
      })
    )
  })
})

describe('isCurrent', () => {
  it('is never true for a user ID that the current user does not have', () => {
    fc.assert(
      fc.property(ids, ids, (known, current) => {
        if (known.userId && known.userId !== current.userId) expect(isCurrent(known, current)).toBe(false)
      })
    )
  })
})

describe('applyChanges', () => {
  it('has the same result if applied twice, and does not change its arguments', () => {
    fc.assert(
      fc.property(respondents, respondents, (respondent, changes) => {
        const before = JSON.stringify([respondent, changes])
        const once = applyChanges(respondent, changes)
        expect(applyChanges(once, changes)).toEqual(once)
        expect(JSON.stringify([respondent, changes])).toBe(before)
      })
    )
  })
})

describe('createSettings', () => {
  it('keeps the page’s own values of everything that Segment has not set, for any respondent', () => {
    fc.assert(
      fc.property(respondents, users, (respondent, own) => {
        const settings = createSettings(respondent, own)
        for (const key of ['external_id', 'created_at', 'segment_user_id'] as const) {
          expect(settings[key]).toBe(respondent.user[key] ?? own[key])
        }
        expect(settings.email).toBe(respondent.user.email ?? own.email ?? respondent.request.email ?? undefined)
      })
    )
  })
})
