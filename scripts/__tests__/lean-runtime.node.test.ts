import { destination } from '../../src/destinations/inmoment'

it('leaves nothing out of the runtime that the destination asks for at its start', () => {
  // The runtime's helpers are the second argument, and are not in the bundles.
  expect(destination.initialize).toHaveLength(1)
})
