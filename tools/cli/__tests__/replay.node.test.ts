import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { EXAMPLES, parseJsonLines, ROOT, run } from '../../../test/support/run'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inmoment-replay-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

function writeInput(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function replay(events: object[], ...args: string[]): Record<string, unknown>[] {
  return parseJsonLines(run(['replay', '--jobs', '1', '--json', ...args], { input: toLines(events) }).out)
}

function toLines(events: object[]): string {
  return events.map((event) => JSON.stringify(event)).join('\n')
}

function track(event: string, visitor: object, properties: object = {}): object {
  return { type: 'track', event, ...visitor, properties }
}

const ANNA = { userId: 'anna', anonymousId: 'a' }
const BEN = { userId: 'ben', anonymousId: 'b' }

it('replays the example events with the presets', () => {
  const { code, out, err } = run(['replay', '--jobs', '1', EXAMPLES, '--json'])
  const lines = parseJsonLines(out)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(lines.at(-1)).toMatchObject({
    kind: 'summary',
    events: 50,
    byType: expect.arrayContaining([
      ['track', 43],
      ['page', 1]
    ]) as unknown,
    unmatched: [
      ['alias', 2],
      ['screen Home', 1]
    ],
    excluded: 1,
    doubleRequests: [],
    warnings: [],
    errors: [],
    invalidEvents: 0
  })
  expect(lines.find(({ name }) => name === 'Trial Started')).toMatchObject({
    kind: 'event',
    file: EXAMPLES,
    line: 8,
    matched: [
      {
        subscription: 'Track Event',
        action: 'trackEvent',
        payload: { eventName: 'Trial Started', properties: { trial_start_date: '2018-08-28T04:09:47Z' } },
        commands: ['run'],
        settings: expect.arrayContaining([{ key: 'properties.trial_start_date', after: 1535429387 }]) as unknown
      }
    ]
  })
  expect(lines.find(({ type }) => type === 'page')).toMatchObject({ matched: [{ commands: ['page'] }] })
  expect(lines.find(({ type }) => type === 'group')).toMatchObject({ matched: [{ commands: ['group'] }] })
})

it('prints the mappings, payloads, commands, changed settings and warnings of an event', () => {
  const { out } = run(['replay', '--jobs', '1'], {
    input: JSON.stringify({ type: 'identify', ...ANNA, traits: { email: 'anna@example.com', createdAt: 'never' } })
  })
  for (const text of [
    'identify user anna, -:1',
    'Identify User (identifyUser)',
    '"createdAt":"never"',
    "beacon   wootric('run')",
    'settings + email: "anna@example.com"',
    'warning createdAt was dropped because it is not a date',
    'events: 1\n  1 identify\n',
    'warnings\n  1 createdAt was dropped because it is not a date (first: -:1)'
  ]) {
    expect(out).toContain(text)
  }
})

it('does not report the account token, which is set before the first event, as a change', () => {
  const { out } = run(['replay', '--jobs', '1', EXAMPLES, '--json'])
  expect(out).toContain('"key":"event_name"')
  expect(out).not.toContain('account_token')
})

it('keeps a separate page for each visitor', () => {
  const [, , later, other] = replay([
    { type: 'identify', ...ANNA, traits: { email: 'anna@example.com', plan: 'pro' } },
    track('Viewed', BEN, { color: 'red' }),
    track('Bought', ANNA, { color: 'blue' }),
    track('Bought', BEN)
  ])
  expect(later).toMatchObject({
    matched: [
      {
        settings: [
          { key: 'properties.color', after: 'blue' },
          { key: 'event_name', before: null, after: 'Bought' }
        ]
      }
    ]
  })
  expect(other).toMatchObject({
    matched: [
      {
        settings: [
          { key: 'properties.color', before: 'red' },
          { key: 'event_name', before: 'Viewed', after: 'Bought' }
        ]
      }
    ]
  })
})

it('stores nothing, so that the same user on another device starts without a state', () => {
  const code = `
    const items = new Map()
    globalThis.localStorage = {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => { items.set(key, value); process.stderr.write('stored ' + key) },
      removeItem: (key) => items.delete(key)
    }`
  const preload = writeInput('storage.mjs', code)
  const events = [
    { type: 'identify', ...ANNA, traits: { email: 'anna@example.com', plan: 'pro' } },
    { type: 'group', ...ANNA, groupId: 'initech' },
    track('Bought', { userId: 'anna', anonymousId: 'other-device' })
  ]
  const { out, err } = run(['replay', '--jobs', '1', '--json'], {
    input: toLines(events),
    env: { NODE_OPTIONS: `--import ${preload}` }
  })
  expect(err).toBe('')
  const settings = [
    { key: 'properties', after: {} },
    { key: 'event_name', after: 'Bought' }
  ]
  expect(parseJsonLines(out)[2]).toMatchObject({ matched: [{ settings }] })
})

it('reports invalid events with their lines, skips them, and exits with 1', () => {
  const path = writeInput(
    'broken.jsonl',
    `${JSON.stringify(track('A', ANNA))}\n{"type":\n\n[1]\n{"type":"sale"}\n${JSON.stringify(track('B', ANNA))}\n`
  )
  const { code, out, err } = run(['replay', '--jobs', '1', path])
  expect(code).toBe(1)
  expect(err.trim().split('\n')).toEqual([
    `${path}:2 not valid JSON: Unexpected end of JSON input`,
    `${path}:4 not an event: it is not an object`,
    `${path}:5 not an event: its type is "sale", not one of identify, track, page, group, alias, screen`
  ])
  expect(out).toContain('events: 2\n  2 track\n  3 invalid, skipped')
  expect(
    parseJsonLines(run(['replay', '--jobs', '1', '--json', path]).out).filter(({ kind }) => kind === 'invalid')
  ).toHaveLength(3)
})

it.each([
  ['a list', '[{"type":"track","event":"A"},\n{"type":"track","event":"B"}]'],
  [
    'lines with a source',
    '{"source":"x","event":{"type":"track","event":"A"}}\n{"source":"x","event":{"type":"track","event":"B"}}'
  ],
  ['several lines each', '{\n"type":"track",\n"event":"A"\n}\n{\n"type":"track",\n"event":"B"\n}']
])('reads events as %s', (_name, text) => {
  const { out } = run(['replay', '--json', writeInput('events.json', text)])
  expect(parseJsonLines(out).flatMap(({ name }) => name ?? [])).toEqual(['A', 'B'])
})

it('reads mappings as Segment’s app stores them, including disabled ones and several of one action', () => {
  const mapping = writeInput(
    'mapping.json',
    JSON.stringify([
      {
        name: 'Orders',
        enabled: true,
        partnerAction: 'trackEvent',
        subscribe: 'event = "Order Completed"',
        mapping: { eventName: 'Bought' }
      },
      {
        name: 'All',
        enabled: true,
        partnerAction: 'trackEvent',
        subscribe: 'type = "track"',
        mapping: { eventName: { '@path': '$.event' } }
      },
      {
        name: 'Off',
        enabled: false,
        partnerAction: 'trackEvent',
        subscribe: 'type = "track"',
        mapping: { eventName: 'Off' }
      }
    ])
  )
  const [order, identify] = replay(
    [track('Order Completed', ANNA), { type: 'identify', ...ANNA }],
    '--mapping',
    mapping
  )
  expect(order).toMatchObject({
    matched: [
      { subscription: 'Orders', payload: { eventName: 'Bought' }, commands: ['run'] },
      { subscription: 'All', payload: { eventName: 'Order Completed' }, commands: ['run'] }
    ]
  })
  expect(identify).toMatchObject({ matched: [] })
})

it('reports what is wrong in a file of mappings', () => {
  const mapping = writeInput('wrong.json', JSON.stringify([{ partnerAction: 'gone', subscribe: 'type = "track"' }]))
  const { code, err } = run(['replay', '--jobs', '1', EXAMPLES, '--mapping', mapping])
  expect(err).toContain(`${mapping}:1:3 [0].partnerAction: Unknown action gone. Use one of identifyUser`)
  expect(code).toBe(2)
})

it('uses the given settings, and exits with 1 if events failed', () => {
  const settings = writeInput('settings.json', '{"accountToken":""}')
  const { code, out } = run(['replay', '--jobs', '1', '--summary', '--settings', settings], {
    input: JSON.stringify(track('A', ANNA))
  })
  expect(out).toContain('errors\n  1 InMoment: the Account Token setting is empty')
  expect(code).toBe(1)
  const [warned] = replay([track('A', ANNA)], '--settings', '{"accountToken":"wrong"}')
  expect(warned).toMatchObject({ warnings: [{ name: 'accountToken' }] })
})

it('shows and counts only the selected events, and still replays the others', () => {
  const events = [
    { type: 'identify', ...ANNA, traits: { email: 'anna@example.com' } },
    track('A', ANNA, { email: 'other@example.com' })
  ]
  for (const only of ['track', 'trackEvent', 'page,trackEvent']) {
    const [shown, summary, ...rest] = replay(events, '--only', only)
    expect(shown).toMatchObject({
      type: 'track',
      matched: [{ settings: [{ key: 'event_name', before: null, after: 'A' }] }]
    })
    expect(summary).toMatchObject({ events: 1, byType: [['track', 1]] })
    expect(rest).toEqual([])
  }
})

it('excludes an event whose integrations exclude InMoment', () => {
  const [all, own] = replay([
    { ...track('A', ANNA), integrations: { All: false } },
    { ...track('B', ANNA), integrations: { All: false, 'InMoment (Actions)': true } }
  ])
  expect(all).toMatchObject({ excluded: true, matched: [] })
  expect(own).toMatchObject({ excluded: false, matched: [{ commands: ['run'] }] })
})

describe('memory', () => {
  /** Replays events in a heap of this size in MB, and returns the output. */
  async function replayInHeap(size: number, events: Iterable<object>): Promise<string> {
    const replaying = spawn(join(ROOT, 'bin/run'), ['replay', '-', '--summary', '--jobs', '1'], {
      env: { ...process.env, NODE_OPTIONS: `--max-old-space-size=${size}` }
    })
    let out = ''
    replaying.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    const exit = once(replaying, 'exit')
    function* lines(): Generator<string> {
      for (const event of events) yield `${JSON.stringify(event)}\n`
    }
    await pipeline(Readable.from(lines()), replaying.stdin)
    expect(await exit).toEqual([0, null])
    return out
  }

  it('does not grow with the number of events and visitors', async () => {
    // The lines are 20 MB, and the results are larger. They do not fit into this heap.
    function* events(): Generator<object> {
      for (let index = 0; index < 50_000; index++) {
        const number = Math.floor(index / 3)
        const visitor = { userId: `user-${number}`, anonymousId: `visitor-${number}` }
        yield track(`Event ${index}`, visitor, { text: 'x'.repeat(250), index, when: { [`key ${index}`]: null } })
      }
    }
    expect(await replayInHeap(96, events())).toContain('events: 50000')
  }, 180_000)

  it('is bounded for visitors whose flattened names are many times longer than their events', async () => {
    function* events(): Generator<object> {
      for (let index = 0; index < 1_500; index++) {
        const children = Object.fromEntries(Array.from({ length: 450 }, (_, child) => [`k${child}`, 1]))
        yield track('Large', { anonymousId: `visitor-${index}` }, { ['n'.repeat(245)]: children })
      }
    }
    expect(await replayInHeap(160, events())).toContain('events: 1500')
  }, 180_000)
})

describe('a mapping that cannot be evaluated', () => {
  const writeMapping = (subscribe: string): string =>
    writeInput(
      'broken.json',
      JSON.stringify([
        {
          name: 'Broken',
          enabled: true,
          partnerAction: 'trackEvent',
          subscribe,
          mapping: { eventName: { '@path': 5 } }
        }
      ])
    )
  const input = toLines([track('Order Completed', ANNA)])

  it('is reported with the error on one line', () => {
    const { out, code } = run(
      ['replay', '--json', '--only', 'trackEvent', '--mapping', writeMapping('type = "track"')],
      {
        input
      }
    )
    const [result, summary] = parseJsonLines(out)
    const error = expect.stringContaining('eventName') as unknown
    expect(result).toMatchObject({
      matched: [{ subscription: 'Broken', action: 'trackEvent', error }],
      errors: [error]
    })
    expect(summary).toMatchObject({ events: 1, unmatched: [], errors: [[error, 1, '-:1']] })
    expect(code).toBe(1)
  })

  it('is rejected if its trigger is not valid', () => {
    const { err, code } = run(['replay', '--jobs', '1', '--mapping', writeMapping('type = "track" and event =')], {
      input
    })
    expect(err).toContain('value is missing')
    expect(code).toBe(2)
  })
})

it('names a compressed file that is damaged', () => {
  const gzip = gzipSync(JSON.stringify(track('A', ANNA)))
  const { err, code } = run(['replay', '--jobs', '1', writeInput('damaged.jsonl.gz', gzip.subarray(0, 20))])
  expect(err).toMatch(/cannot read .*damaged\.jsonl\.gz: unexpected end of file/)
  expect(code).toBe(1)
})
