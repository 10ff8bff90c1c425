import { run } from '../../../test/support/run'

const COMMANDS = [
  'build:tester',
  'generate:metadata-payload',
  'generate:types',
  'help',
  'list-required-fields',
  'replay',
  'serve',
  'validate'
]

it('lists all commands if none is given', () => {
  const { code, out } = run([])
  expect(code).toBe(0)
  for (const command of COMMANDS) expect(out).toContain(command.replace(/:.*/, ''))
})

it.each(COMMANDS.filter((command) => command !== 'help'))('prints the help of %s', (command) => {
  const { code, out, err } = run([command, '--help'])
  expect(code).toBe(0)
  expect(out).toContain(`./bin/run ${command}`)
  expect(err).toBe('')
})

it('prints the same help with help and with --help', () => {
  expect(run(['help'])).toEqual(run(['--help']))
  expect(run(['help', 'replay'])).toEqual(run(['replay', '--help']))
})

it.each([
  [['unknown'], 'unknown command unknown. Use one of build:tester'],
  [['replai'], 'unknown command replai. Did you mean replay?'],
  [['valid', '--help'], 'unknown command valid. Did you mean validate?'],
  [['help', 'generate:typs'], 'unknown command generate:typs. Did you mean generate:types?'],
  [['replay', '--maping=x'], 'unknown flag --maping. Did you mean --mapping?'],
  [['help', '--json'], 'unknown flag --json. The command has no flags.'],
  [['validate', '--unknown'], 'unknown flag --unknown. Use one of --mapping'],
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
