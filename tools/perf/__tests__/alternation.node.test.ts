import { alternate } from '../bench/alternation'

it('measures contenders in alternation, each other round the other way, and leaves the first run out', async () => {
  const order: string[] = []
  const contender = (name: string) => () => Promise.resolve(order.push(name))
  const figures = await alternate({ one: contender('one'), other: contender('other') }, 2)
  expect(order).toEqual(['other', 'one', 'one', 'other', 'other', 'one'])
  expect(figures).toEqual({ one: [3, 6], other: [4, 5] })
})

it('measures seven runs where nothing else is asked for', async () => {
  const { one } = await alternate({ one: () => Promise.resolve(1) })
  expect(one).toHaveLength(7)
})
