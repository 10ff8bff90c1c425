import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { presetSubscriptions } from '../../../src/preset-subscriptions'
import { run, type CommandResult } from '../../../test/support/run'
import { encodeCase } from '../mapping-checks/case-url'
import type { MappingSource } from '../mapping-source'
import { checkMappings, checkSettings } from '../validate/check-mappings'
import { ORDERS } from '../../../test/support/subscriptions'

const [identify, track] = presetSubscriptions()
let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'validate-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

function validate(mapping: unknown, ...flags: string[]): CommandResult {
  const file = join(folder, 'mapping.json')
  writeFileSync(file, typeof mapping === 'string' ? mapping : JSON.stringify(mapping, null, 2))
  const { code, out, err } = run(['validate', '--mapping', file, ...flags])
  return { code, out: out.replaceAll(`${folder}/`, ''), err }
}

function sourceOf(text: string): MappingSource {
  return { name: 'mapping.json', text, isFile: true }
}

/** Returns `severity key: message` of each problem. */
function findProblems(value: unknown): string[] {
  const problems = checkMappings(sourceOf(JSON.stringify(value, null, 2)))
  return problems.map(({ severity, key, message }) => `${severity} ${key}: ${message}`)
}

it('finds nothing in the presets', () => {
  expect(validate(presetSubscriptions())).toEqual({
    code: 0,
    out: '✓ mapping.json: no errors or warnings\n',
    err: ''
  })
})

it('prints place, severity, key and message of each problem, and what Segment reads', () => {
  const { code, out } = validate([track, { ...ORDERS, subscribe: "type = 'track'", mapping: { languag: 'EN' } }])
  expect(code).toBe(1)
  expect(out.split('\n').slice(-4)).toEqual([
    expect.stringMatching(
      /^mapping\.json:\d+:26 warning \[1\]\.subscribe: Single quotes are part of the value\. .* Segment reads: type = "'track'"$/
    ),
    expect.stringMatching(
      /^mapping\.json:\d+:7 error \[1\]\.mapping\.languag: Unknown field languag of requestSurvey\. Did you mean language\?$/
    ),
    '✗ mapping.json: 1 error, 1 warning',
    ''
  ])
})

it('exits with 0 if there are only notes', () => {
  const { code, out } = validate([{ ...track, subscribe: `${ORDERS.subscribe} and properties.total > 5` }])
  expect(out).toMatch(/ note .*2 conditions per trigger/)
  expect(out).toMatch(/no errors or warnings, [12] notes?\n$/)
  expect(code).toBe(0)
})

it('prints the problems as JSON', () => {
  const { code, out } = validate([{ ...ORDERS, partnerAction: 'requestSurvy' }], '--json')
  expect(JSON.parse(out)).toEqual({
    valid: false,
    problems: [
      {
        file: 'mapping.json',
        line: 5,
        column: 5,
        key: '[0].partnerAction',
        severity: 'error',
        message: 'Unknown action requestSurvy. Did you mean requestSurvey?'
      }
    ]
  })
  expect(code).toBe(1)
})

it('checks a case URL, and settings from the command line', () => {
  const url = encodeCase({ mappings: [{ ...ORDERS, name: '\u202EOrders', mapping: { '\x1B[2J': 'x' } }] })
  const { code, out } = run(['validate', '--mapping', url, '--settings', '{"testMode":"true"}'])
  expect(code).toBe(1)
  expect(out.split('\n')).toEqual([
    expect.stringMatching(/^case URL error subscriptions\[0\]\.mapping\["\\u001b\[2J"\]: Unknown field \\u001b\[2J/),
    '--settings:1:2 error testMode: The setting testMode is not a boolean.',
    '✗ case URL and --settings: 2 errors',
    ''
  ])
})

it.each([
  [['--mapping', 'missing.json'], 'cannot read missing.json'],
  [['--settings', 'bin'], 'cannot read bin: it is a folder'],
  [['--mapping', 'http://localhost/#case=1.x'], 'cannot read the case URL']
])('exits with 2 if it cannot read %j', (args, message) => {
  const { code, out, err } = run(['validate', ...args])
  expect(err).toContain(message)
  expect({ code, out }).toEqual({ code: 2, out: '' })
})

it('finds two mappings that request a survey for one event, at the second', () => {
  expect(findProblems([identify, track, ORDERS])).toEqual([
    'warning [2].name: Requests a survey for the same event as the mapping Track Event, such as a track event "Order Completed". Exclude the event in one of their triggers.'
  ])
})

it.each([
  ['no mapping', []],
  ['only a disabled mapping', [{ ...track, enabled: false }]],
  ['no survey request', [{ ...identify, mapping: { ...identify?.mapping, requestSurvey: false } }]]
])('warns that no survey is requested with %s', (_, mappings) => {
  expect(findProblems(mappings)).toEqual(['warning : No enabled mapping requests a survey.'])
})

it('notes that the email is not mapped', () => {
  expect(findProblems([ORDERS])).toEqual([expect.stringMatching(/^note : No enabled mapping sets the user's email\. /)])
  expect(findProblems([{ ...identify, mapping: {} }])).toEqual([
    expect.stringMatching(/^note \[0\]\.mapping: email is not mapped\. /)
  ])
})

it('checks settings', () => {
  const check = (settings: unknown) =>
    checkSettings(sourceOf(JSON.stringify(settings))).map(({ key, message }) => `${key}: ${message}`)
  expect(check({ accountToken: 'NPS-00000000' })).toEqual([])
  expect(check({ accountToken: ' ', testMode: true })).toEqual([
    'accountToken: The required setting accountToken is missing.',
    'testMode: Test Mode shows a survey on every request. Do not enable it in production.'
  ])
  expect(check([])).toEqual([': Expected an object with settings.'])
})

it('checks many mappings with many conditions in seconds', () => {
  const group = '(event = "A" or properties.a = "x" or properties.b = "y" or properties.c = "z")'
  const mappings = Array.from({ length: 200 }, (_, index) => ({
    ...ORDERS,
    subscribe: `properties.number > ${index} and properties.number < ${index} and ${group} and ${group}`
  }))
  const text = JSON.stringify(mappings)
  const start = performance.now()
  checkMappings(sourceOf(text))
  expect(performance.now() - start).toBeLessThan(5000)
})

it('never throws, and all places are in the text', () => {
  const key = fc.constantFrom('name', 'enabled', 'partnerAction', 'subscribe', 'mapping', 'subscriptions', '__proto__')
  const value = fc.oneof(fc.jsonValue(), fc.constantFrom('trackEvent', 'type = "track"', "type = 'x'", '( ) type'))
  const mapping = fc.dictionary(fc.oneof(key, fc.string()), value)
  const text = fc.oneof(
    fc
      .oneof(fc.array(mapping), mapping, fc.record({ subscriptions: fc.array(mapping) }))
      .map((one) => JSON.stringify(one)),
    fc.string()
  )
  fc.assert(
    fc.property(text, (text) => {
      for (const { line, column } of checkMappings(sourceOf(text))) {
        const length = text.split(/\r\n|\r|\n/)[line - 1]?.length ?? -1
        expect(column).toBeGreaterThan(0)
        expect(column).toBeLessThanOrEqual(length + 1)
      }
    })
  )
})
