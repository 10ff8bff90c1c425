import { run } from '../../../test/support/run'

const COMMANDS = ['validate', 'generate:types', 'generate:metadata-payload', 'replay', 'serve']

it('lists all commands if none is given', () => {
  const { code, out } = run([])
  expect(code).toBe(0)
  for (const command of ['validate', 'generate', 'replay', 'serve']) expect(out).toContain(command)
})

it.each(COMMANDS)('prints the help of %s', (command) => {
  const { code, out, err } = run([command, '--help'])
  expect(code).toBe(0)
  expect(out).toContain(`./bin/run ${command}`)
  expect(err).toBe('')
})

it.each([
  [['unknown'], 'command unknown not found'],
  [['validate', '--unknown'], 'Nonexistent flag: --unknown'],
  [['replay', 'missing.jsonl'], 'cannot read missing.jsonl'],
  [['replay', 'README.md', '--only', 'unknown'], '--only accepts event types and actions'],
  [['replay', 'README.md', '--settings', '{"unknown":1}'], 'Unknown setting unknown'],
  [['replay', 'README.md', '--settings', '{'], 'The JSON is not valid: a closing brace'],
  [['replay', 'README.md', '--mapping', 'README.md'], 'README.md:1:1 The JSON is not valid'],
  [['serve', '--port', 'x'], '--port']
])('prints one line to standard error for %j, and exits with 2', (args, message) => {
  const { code, out, err } = run(args)
  expect(err).toContain(message)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(out).toBe('')
  expect(code).toBe(2)
})

it('prints no colors and no progress bar without a terminal', () => {
  for (const args of [['validate'], ['replay', 'tools/tester/example-events.jsonl']]) {
    const { out, err } = run(args)
    expect(out).not.toContain('\x1B')
    expect(err).toBe('')
  }
})
