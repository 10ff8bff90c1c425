import { measureAlternately } from '../../tools/perf/bench/alternate'

it('measures variants in turn, reverses the order in every other round, and ignores the first round', async () => {
  const order: string[] = []
  const variant = (name: string) => () => Promise.resolve(order.push(name))
  const results = await measureAlternately({ one: variant('one'), other: variant('other') }, 2)
  expect(order).toEqual(['other', 'one', 'one', 'other', 'other', 'one'])
  expect(results).toEqual({ one: [3, 6], other: [4, 5] })
})

it('measures seven runs by default', async () => {
  const { one } = await measureAlternately({ one: () => Promise.resolve(1) })
  expect(one).toHaveLength(7)
})
