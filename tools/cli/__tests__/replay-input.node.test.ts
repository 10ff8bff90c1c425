import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { parseJsonLines, ROOT, run } from '../../../test/support/run'

const EVENTS = ['A', 'B', 'C'].map((event) => JSON.stringify({ type: 'track', event, anonymousId: event }))

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inmoment-replay-'))
  mkdirSync(join(folder, 'events/2026-11-25'), { recursive: true })
  writeFileSync(join(folder, 'events/2026-11-25/1.json'), gzipSync(EVENTS[0] ?? ''))
  writeFileSync(join(folder, 'events/2026-11-25/2.gz'), EVENTS[1] ?? '')
  writeFileSync(join(folder, 'events/3.jsonl'), EVENTS[2] ?? '')
})

afterAll(() => rmSync(folder, { recursive: true }))

function namesIn(args: string[], input?: Buffer): unknown[] {
  const { status, stdout } = spawnSync(join(ROOT, 'bin/run'), ['replay', '--json', ...args], {
    input,
    encoding: 'utf8'
  })
  expect(status).toBe(0)
  return parseJsonLines(stdout).flatMap(({ name }) => name ?? [])
}

it('reads folders and globs, in the order of names, and recognizes gzip by content', () => {
  expect(namesIn([join(folder, 'events')])).toEqual(['A', 'B', 'C'])
  expect(namesIn([join(folder, 'events/*/*')])).toEqual(['A', 'B'])
  expect(namesIn(['-'], gzipSync(EVENTS.join('\n')))).toEqual(['A', 'B', 'C'])
})

it.each(['missing', 'missing/*.json'])('reports that %s has no files', (name) => {
  const { code, err } = run(['replay', '--jobs', '1', join(folder, name)])
  expect(err).toMatch(/does not exist|has no files/)
  expect(code).toBe(2)
})

it('prints at most 20 invalid lines, and counts the rest', () => {
  const { err, out } = run(['replay', '--jobs', '1', '-', '--summary'], { input: 'x\n'.repeat(50) })
  const lines = err.trim().split('\n')
  expect(lines).toHaveLength(21)
  expect(lines.at(-1)).toBe('and 30 more invalid events')
  expect(out).toContain('50 invalid, skipped')
})

it.each([
  ['{"constructor":"x"}', 'Unknown setting constructor'],
  ['{"testMode":"yes"}', 'The setting testMode is not a boolean'],
  ['{"acountToken":"x"}', 'Did you mean accountToken?'],
  ['{"accountToken":', '--settings:1:17 accountToken: The JSON is not valid']
])('rejects the settings %s with one line', (settings, message) => {
  const { code, err } = run(['replay', '--jobs', '1', '-', '--settings', settings], { input: EVENTS[0] })
  expect(err).toContain(message)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(code).toBe(2)
})

it('rejects Liquid, which does not work in browsers', () => {
  const path = join(folder, 'liquid.json')
  const mapping = { eventName: { '@liquid': '{{ event }}' } }
  writeFileSync(path, JSON.stringify([{ partnerAction: 'trackEvent', subscribe: 'type = "track"', mapping }]))
  const { code, err } = run(['replay', '--jobs', '1', '-', '--mapping', path], { input: EVENTS[0] })
  expect(err).toContain('Liquid does not work in the browser')
  expect(code).toBe(2)
})

it('escapes characters that control the terminal, in names, IDs, keys, warnings and errors', () => {
  const hostile = '\u001b]52;c;aGk=\u0007\u202e'
  const event = {
    type: 'track',
    event: hostile,
    userId: hostile,
    properties: { [hostile]: 1, [`${hostile}2`]: '\u0000', nested: { [hostile]: Number.MAX_VALUE } }
  }
  const broken = `{"type":"${hostile}"}`
  const { out, err } = run(['replay', '--jobs', '1', '-'], { input: `${JSON.stringify(event)}\n${broken}\n` })
  // eslint-disable-next-line no-control-regex -- Exactly these must not be there.
  expect(`${out}${err}`).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]/)
  expect(out).toContain('\\u001b]52')
})

it('reports a full disk in one line', () => {
  const full = openSync('/dev/full', 'w')
  const { stderr, status } = spawnSync(join(ROOT, 'bin/run'), ['replay', 'tools/tester/example-events.jsonl'], {
    cwd: ROOT,
    stdio: ['ignore', full, 'pipe'],
    encoding: 'utf8'
  })
  expect(stderr.trim().split('\n')).toEqual(['Error: cannot write to standard output: no space left on device'])
  expect(status).toBe(1)
})
