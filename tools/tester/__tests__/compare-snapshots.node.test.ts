import { takeSnapshot } from '../page/timeline/snapshot'
import { compareSnapshots, type SnapshotNode } from '../page/result/compare-snapshots'

function lines(nodes: readonly SnapshotNode[], indent = ''): string[] {
  return nodes.flatMap(({ key, text, before, change, children }) => [
    `${indent}${key} ${text ?? ''} ${before === undefined ? '' : `(was ${before}) `}${change}`.replace(/ +/g, ' '),
    ...lines(children, `${indent}- `)
  ])
}

function changes(before: unknown, after: unknown): string[] {
  return lines(compareSnapshots(takeSnapshot(before), takeSnapshot(after)))
}

test('marks values as same, changed, removed or added', () => {
  expect(changes({ a: 1, b: 'x', c: null }, { a: 1, b: 'y', d: true })).toEqual([
    'a 1 same',
    'b "y" (was "x") changed',
    'c null removed',
    'd true added'
  ])
})

test('finds changes in nested objects', () => {
  expect(changes({ properties: { plan: 'free' } }, { properties: { plan: 'pro', seats: 3 } })).toEqual([
    'properties same',
    '- plan "pro" (was "free") changed',
    '- seats 3 added'
  ])
})

test('shows the previous value of a value that became an object', () => {
  expect(changes({ a: null }, { a: { b: 1 } })).toEqual(['a (was null) changed', '- b 1 added'])
})

test('shows callbacks, empty objects, lists, cycles and values that JSON does not support', () => {
  const cycle: Record<string, unknown> = { one: 1 }
  cycle.self = cycle
  const value = { callbacks: { after_show: () => undefined }, none: {}, list: [1, 'a'], missing: undefined, cycle }
  expect(changes(value, value)).toEqual([
    'callbacks after_show() same',
    'none {} same',
    'list [1,"a"] same',
    'missing undefined same',
    'cycle same',
    '- one 1 same',
    '- self circular same'
  ])
})
