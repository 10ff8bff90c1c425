import { run } from '../../../test/support/run'

const COMMANDS = ['validate', 'generate:types', 'generate:metadata-payload', 'replay', 'serve']

it('lists all commands if none is given', () => {
  const { code, out } = run([])
  expect(code).toBe(0)
  for (const command of ['validate', 'generate', 'replay', 'serve']) expect(out).toContain(command)
})

it.each(COMMANDS)('shows how to use %s', (command) => {
  const { code, out, err } = run([command, '--help'])
  expect(code).toBe(0)
  expect(out).toContain(`./bin/run ${command}`)
  expect(err).toBe('')
})

it.each([
  [['unknown'], 'command unknown not found'],
  [['validate', '--unknown'], 'Nonexistent flag: --unknown'],
  [['replay', 'missing.jsonl'], 'missing.jsonl cannot be read'],
  [['replay', 'bin'], 'bin is a folder'],
  [['replay', 'README.md', '--only', 'unknown'], '--only takes event types and the actions'],
  [['replay', 'README.md', '--settings', '{"unknown":1}'], '--settings has unknown'],
  [['replay', 'README.md', '--settings', '{'], '--settings is not JSON'],
  [['replay', 'README.md', '--mapping', 'README.md'], 'README.md is not JSON'],
  [['serve', '--port', 'x'], '--port']
])('answers %j with one line on standard error, and exits with 2', (args, message) => {
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
