import { addressIn } from '../serve/address-in'
import { startArguments } from '../serve/start-arguments'

it('hands the port and the token on to the server, and nothing that was not given', () => {
  expect(startArguments({ port: 0, live: 'NPS-4aeb53c1' }).slice(-4)).toEqual(['--port', '0', '--live', 'NPS-4aeb53c1'])
  expect(startArguments({}).at(-1)).toBe('tools/build/start.ts')
})

it('finds the address to open in what the server prints', () => {
  expect(addressIn('The demo runs at http://localhost:4173/ (Ctrl+C ends it)\n')).toBe('http://localhost:4173/')
  expect(addressIn('(http://localhost:4173/?live=NPS-4aeb53c1)')).toBe('http://localhost:4173/?live=NPS-4aeb53c1')
  expect(addressIn('building')).toBeUndefined()
})
