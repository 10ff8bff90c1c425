import { readStartOptions, StartOptionError } from '../start-options'

test('without options the port is the default and the beacon the sandbox', () => {
  expect(readStartOptions([])).toEqual({ port: undefined, liveToken: undefined })
})

test('a port and a live token are read', () => {
  expect(readStartOptions(['--port', '5000', '--live', 'NPS-4aeb53c1'])).toEqual({
    port: 5000,
    liveToken: 'NPS-4aeb53c1'
  })
})

test.each([
  { args: ['--port', 'http'], message: '--port takes a number' },
  { args: ['--port', '70000'], message: '--port takes a number' },
  { args: ['--port'], message: 'Known are --live TOKEN and --port NUMBER.' },
  { args: ['--live', ' '], message: '--live takes an account token' },
  { args: ['--open'], message: 'Known are --live TOKEN and --port NUMBER.' },
  { args: ['NPS-4aeb53c1'], message: 'Known are --live TOKEN and --port NUMBER.' }
])('$args ends with one line that says what is known', ({ args, message }) => {
  const read = (): unknown => readStartOptions(args)
  expect(read).toThrow(StartOptionError)
  expect(read).toThrow(message)
  expect(read).not.toThrow(/\n/)
})
