import type { JSONLike } from '@segment/actions-core'
import { createPathDirective } from '../../../src/destinations/inmoment/fields'
import { findMissingPaths } from '../page/fields/missing-paths'

const EVENT = {
  type: 'track',
  event: 'Trial Started',
  userId: 'user-1',
  properties: { plan: 'team', created_at: '2026-01-01', items: [{ sku: 'A1' }], coupon: null }
}

test.each([
  ['$.properties.createdAt', '$.properties.created_at'],
  ['$.properties.Plan', '$.properties.plan'],
  ['$.traits.plan', '$.properties.plan'],
  ['$.user_id', '$.userId']
])('finds a similar path for %s', (path, similar) => {
  expect(findMissingPaths({ '@path': path }, EVENT)).toEqual([{ path, similar }])
})

test.each([
  '$.properties.plan',
  '$.properties.coupon',
  '$.properties.items[0].sku',
  '$.properties.name',
  '$.traits.id',
  '$.',
  ''
])('finds nothing for %s', (path) => {
  expect(findMissingPaths({ '@path': path }, EVENT)).toEqual([])
})

test('finds paths in templates and at any depth', () => {
  const value = { a: { '@template': 'Plan {{properties.plans}}' }, b: [{ '@path': '$.events' }] }
  expect(findMissingPaths(value, EVENT)).toEqual([
    { path: '$.properties.plans', similar: '$.properties.plan' },
    { path: '$.events', similar: '$.event' }
  ])
})

test('finds nothing in the first of several paths if one has a value', () => {
  const paths = ['$.properties.Plan', '$.properties.plan'] as const
  expect(findMissingPaths(createPathDirective(...paths) as unknown as JSONLike, EVENT)).toEqual([])
  const wrong = ['$.properties.Plan', '$.traits.trialPlan'] as const
  expect(findMissingPaths(createPathDirective(...wrong) as unknown as JSONLike, EVENT)).toEqual([
    { path: '$.properties.Plan', similar: '$.properties.plan' }
  ])
})
