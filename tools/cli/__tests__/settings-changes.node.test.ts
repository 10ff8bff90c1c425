import { settingsChanges } from '../replay/settings-changes'

it('finds added, changed and removed keys, and no others', () => {
  expect(
    settingsChanges({ same: { a: [1] }, other: 1, gone: 'x' }, { same: { a: [1] }, other: null, added: true })
  ).toEqual([
    { key: 'other', before: 1, after: null },
    { key: 'gone', before: 'x' },
    { key: 'added', after: true }
  ])
})

it('names the properties of an object, and compares lists as a whole', () => {
  expect(
    settingsChanges({ properties: { plan: 'free', tags: ['a'] } }, { properties: { plan: 'pro', tags: ['a', 'b'] } })
  ).toEqual([
    { key: 'properties.plan', before: 'free', after: 'pro' },
    { key: 'properties.tags', before: ['a'], after: ['a', 'b'] }
  ])
})
