import fc from 'fast-check'
import { isSamePerson } from '../respondent'

const people = fc.record({
  userId: fc.option(fc.constantFrom('ada', 'bob'), { nil: undefined }),
  anonymousId: fc.constantFrom('anonymous-1', 'anonymous-2')
})

test('everybody is the same person as themselves', () => {
  fc.assert(fc.property(people, (person) => isSamePerson(person, { ...person })))
})

test('a visitor who becomes known is the same person', () => {
  expect(isSamePerson({ anonymousId: 'anonymous-1' }, { userId: 'ada', anonymousId: 'anonymous-1' })).toBe(true)
  expect(isSamePerson({ userId: null, anonymousId: 'a' }, { userId: 'ada', anonymousId: 'a' })).toBe(true)
})

test('another anonymous visitor is another person, known or not', () => {
  expect(isSamePerson({ anonymousId: 'anonymous-1' }, { anonymousId: 'anonymous-2' })).toBe(false)
  expect(isSamePerson({ anonymousId: 'anonymous-1' }, { userId: 'ada', anonymousId: 'anonymous-2' })).toBe(false)
})

test('a known user is the same person on whatever anonymous id', () => {
  expect(isSamePerson({ userId: 'ada', anonymousId: '1' }, { userId: 'ada', anonymousId: '2' })).toBe(true)
})

test('another user is another person, even on the same anonymous id', () => {
  expect(isSamePerson({ userId: 'ada', anonymousId: '1' }, { userId: 'bob', anonymousId: '1' })).toBe(false)
})

test('an event that a person made while still unknown is theirs', () => {
  expect(isSamePerson({ userId: 'ada', anonymousId: '1' }, { anonymousId: '1' })).toBe(true)
  expect(isSamePerson({ userId: 'ada', anonymousId: '1' }, { userId: null, anonymousId: '1' })).toBe(true)
})

test('a visitor after a known user is another person', () => {
  expect(isSamePerson({ userId: 'ada', anonymousId: '1' }, { userId: null, anonymousId: '2' })).toBe(false)
})

test('two different users are never joined, whatever came before', () => {
  fc.assert(
    fc.property(people, people, (known, next) => {
      fc.pre(known.userId !== undefined && next.userId !== undefined && known.userId !== next.userId)
      expect(isSamePerson(known, next)).toBe(false)
    })
  )
})
