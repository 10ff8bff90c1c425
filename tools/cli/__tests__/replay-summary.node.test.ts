import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { presetSubscriptions } from '../../../src/preset-subscriptions'
import { parseJsonLines, run } from '../../../test/support/run'
import type { Summary } from '../replay/summary'
import { ORDERS } from '../../../test/support/subscriptions'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inmoment-replay-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

function write(name: string, content: unknown): string {
  const path = join(folder, name)
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content))
  return path
}

/** 30 visitors, of which every second has identified with an email, with three events each. */
const EVENTS = Array.from({ length: 30 }, (_, visitor) => {
  const ids = { anonymousId: `visitor-${visitor}` }
  const traits = visitor % 2 ? { email: `${visitor}@example.com` } : {}
  return [
    { type: 'identify', userId: `user-${visitor}`, ...ids, traits },
    { type: 'track', event: 'Order Completed', userId: `user-${visitor}`, ...ids },
    { type: 'track', event: `Event ${visitor % 3}`, ...ids, properties: { bad: visitor ? undefined : null } },
    { type: 'screen', name: 'Home', ...ids }
  ]
}).flat()

const LINES = EVENTS.map((event) => JSON.stringify(event)).join('\n')

function summaryOf(args: string[], input = LINES): Summary {
  return parseJsonLines(run(['replay', '--summary', '--json', ...args], { input }).out).at(-1) as unknown as Summary
}

it('counts per mapping: events, survey requests, visitors, requests without an email and event names', () => {
  const summary = summaryOf(['-', '--mapping', write('mapping.json', [...presetSubscriptions(), ORDERS])])
  expect(summary.mappings.find(({ name }) => name === 'Track Event')).toMatchObject({
    matched: 60,
    surveyRequests: 60,
    withoutEmail: 30,
    visitors: 30,
    eventNames: [
      ['Order Completed', 30],
      ['Event 0', 10],
      ['Event 1', 10],
      ['Event 2', 10]
    ]
  })
  expect(summary.mappings.find(({ name }) => name === 'Identify Group')).toMatchObject({ matched: 0, visitors: 0 })
  expect(summary.doubleRequests).toEqual([['Track Event + Orders', 30]])
  expect(summary.eventNames).toContainEqual(['Order Completed', 30])
  expect(summary.unmatched).toEqual([['screen Home', 30]])
})

it('gives the same summary with any number of jobs, and when parts are merged', () => {
  const one = summaryOf(['-', '--jobs', '1'])
  expect(summaryOf(['-', '--jobs', '3'])).toEqual(one)

  const halves = [EVENTS.slice(0, 60), EVENTS.slice(60)].map(
    (events) =>
      run(['replay', '-', '--summary', '--json'], { input: events.map((event) => JSON.stringify(event)).join('\n') })
        .out
  )
  const files = halves.map((text, index) => write(`part-${index}.json`, text))
  const merged = parseJsonLines(run(['replay', '--merge', '--json', ...files]).out)[0]
  expect(merged).toEqual(one)
})

it('gives the same results in the same order with any number of jobs', () => {
  const results = (jobs: string) => run(['replay', '-', '--json', '--jobs', jobs], { input: LINES }).out
  expect(results('4')).toBe(results('1'))
})

it('rejects a file that is not a summary', () => {
  const { code, err } = run(['replay', '--merge', write('other.json', { a: 1 })])
  expect(err).toContain('is not a summary')
  expect(code).toBe(2)
})

it('compares two files of mappings, and shows only events with different results', () => {
  const before = write('before.json', presetSubscriptions())
  const after = write('after.json', [...presetSubscriptions(), ORDERS])
  const { out, code } = run(['replay', '-', '--mapping', before, '--compare', after], { input: LINES })
  expect(out).toContain('30 of 120 events differ')
  expect(out).toContain('+ Orders (requestSurvey)')
  expect(out).not.toContain('Event 1')
  expect(code).toBe(1)
  const same = run(['replay', '-', '--mapping', before, '--compare', before], { input: LINES })
  expect(same).toMatchObject({ out: '0 of 120 events differ\n', code: 0 })
})
