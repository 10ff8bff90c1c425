import { alternate } from '../bench/alternation'

it('measures builds in alternation, in reverse order every second time, and skips the first run', async () => {
  const order: string[] = []
  const build = (name: string) => () => Promise.resolve(order.push(name))
  const figures = await alternate({ one: build('one'), other: build('other') }, 2)
  expect(order).toEqual(['other', 'one', 'one', 'other', 'other', 'one'])
  expect(figures).toEqual({ one: [3, 6], other: [4, 5] })
})

it('measures seven runs by default', async () => {
  const { one } = await alternate({ one: () => Promise.resolve(1) })
  expect(one).toHaveLength(7)
})
