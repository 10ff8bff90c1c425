import { compareSettings } from '../replay/compare-settings'

it('returns the keys that were added, changed or removed', () => {
  expect(
    compareSettings({ same: { a: [1] }, other: 1, removed: 'x' }, { same: { a: [1] }, other: null, added: true })
  ).toEqual([
    { key: 'other', before: 1, after: null },
    { key: 'removed', before: 'x' },
    { key: 'added', after: true }
  ])
})

it('compares objects by property, and lists as a whole', () => {
  expect(
    compareSettings({ properties: { plan: 'free', tags: ['a'] } }, { properties: { plan: 'pro', tags: ['a', 'b'] } })
  ).toEqual([
    { key: 'properties.plan', before: 'free', after: 'pro' },
    { key: 'properties.tags', before: ['a'], after: ['a', 'b'] }
  ])
})
