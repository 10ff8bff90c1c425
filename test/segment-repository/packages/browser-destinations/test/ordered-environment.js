const JsdomEnvironment = require('jest-environment-jsdom')

/** Runs the tests of each file in another order: `TEST_ORDER` is `reverse`, or the seed of a random order. */
module.exports = class extends JsdomEnvironment {
  handleTestEvent({ name }, { rootDescribeBlock }) {
    if (name === 'run_start') reorder(rootDescribeBlock, createCompare(process.env.TEST_ORDER))
  }
}

function reorder(block, compare) {
  block.children = block.children
    .map((child, index) => ({ child, index }))
    .sort(compare)
    .map(({ child }) => child)
  for (const child of block.children) if (child.type === 'describeBlock') reorder(child, compare)
}

function createCompare(order) {
  if (order === 'reverse') return (one, other) => other.index - one.index
  const random = createRandom(Number(order))
  const places = new Map()
  const getPlace = ({ child }) => places.get(child) ?? places.set(child, random()).get(child)
  return (one, other) => getPlace(one) - getPlace(other)
}

/** A linear congruential generator: https://en.wikipedia.org/wiki/Linear_congruential_generator */
function createRandom(seed) {
  let state = seed
  return () => (state = (state * 1664525 + 1013904223) % 2 ** 32)
}
