import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { gzipSync } from 'node:zlib'
import { EXAMPLES, jsonLines, ROOT, run } from '../../../test/support/run'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'inmoment-replay-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function replay(events: object[], ...args: string[]): Record<string, unknown>[] {
  return jsonLines(
    run(['replay', '--json', ...args], { input: events.map((event) => JSON.stringify(event)).join('\n') }).out
  )
}

function track(event: string, person: object, properties: object = {}): object {
  return { type: 'track', event, ...person, properties }
}

const ANNA = { userId: 'anna', anonymousId: 'a' }
const BEN = { userId: 'ben', anonymousId: 'b' }

it('replays the example events, each kind as its preset says', () => {
  const { code, out, err } = run(['replay', EXAMPLES, '--json'])
  const lines = jsonLines(out)
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(lines.at(-1)).toEqual({
    kind: 'summary',
    events: 50,
    byType: { track: 43, alias: 2, group: 2, identify: 1, page: 1, screen: 1 },
    matchedByNothing: 4,
    keptAway: 1,
    warnings: {},
    errors: {},
    brokenLines: 0
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

it('prints for people what matched, the payload, the commands, the settings that changed and the warnings', () => {
  const { out } = run(['replay'], {
    input: JSON.stringify({ type: 'identify', ...ANNA, traits: { email: 'anna@example.com', createdAt: 'never' } })
  })
  for (const text of [
    'identify user anna, -:1',
    'Identify User (identifyUser)',
    '"createdAt":"never"',
    "beacon   wootric('run')",
    'settings + email: "anna@example.com"',
    'warning createdAt was dropped because it is not a date',
    '1 events\n  1 identify\n  0 matched by nothing',
    'warnings\n  1 createdAt was dropped because it is not a date'
  ]) {
    expect(out).toContain(text)
  }
})

it('counts the account token, which is written as the visitor arrives, for a change of no event', () => {
  const { out } = run(['replay', EXAMPLES, '--json'])
  expect(out).toContain('"key":"event_name"')
  expect(out).not.toContain('account_token')
})

it('gives each visitor a page of their own, and keeps what is known of them', () => {
  const [, , later, other] = replay([
    { type: 'identify', ...ANNA, traits: { email: 'anna@example.com', plan: 'pro' } },
    track('Viewed', BEN, { colour: 'red' }),
    track('Bought', ANNA, { colour: 'blue' }),
    track('Bought', BEN)
  ])
  expect(later).toMatchObject({
    matched: [
      {
        settings: [
          { key: 'properties.colour', after: 'blue' },
          { key: 'event_name', before: null, after: 'Bought' }
        ]
      }
    ]
  })
  expect(other).toMatchObject({
    matched: [
      {
        settings: [
          { key: 'properties.colour', before: 'red' },
          { key: 'event_name', before: 'Viewed', after: 'Bought' }
        ]
      }
    ]
  })
})

it('stores nothing of a visitor, so that the same user on another device starts without a state', () => {
  const memory = `
    const items = new Map()
    globalThis.localStorage = {
      getItem: (key) => items.get(key) ?? null,
      setItem: (key, value) => { items.set(key, value); process.stderr.write('stored ' + key) },
      removeItem: (key) => items.delete(key)
    }`
  const preload = file('storage.mjs', memory)
  const events = [
    { type: 'identify', ...ANNA, traits: { email: 'anna@example.com', plan: 'pro' } },
    { type: 'group', ...ANNA, groupId: 'initech' },
    track('Bought', { userId: 'anna', anonymousId: 'other-device' })
  ]
  const { out, err } = run(['replay', '--json'], {
    input: events.map((event) => JSON.stringify(event)).join('\n'),
    env: { NODE_OPTIONS: `--import ${preload}` }
  })
  expect(err).toBe('')
  const settings = [
    { key: 'properties', after: {} },
    { key: 'event_name', after: 'Bought' }
  ]
  expect(jsonLines(out)[2]).toMatchObject({ matched: [{ settings }] })
})

it('names broken lines with their numbers, skips them, and ends with 1', () => {
  const path = file(
    'broken.jsonl',
    `${JSON.stringify(track('A', ANNA))}\n{"type":\n\n[1]\n{"type":"sale"}\n${JSON.stringify(track('B', ANNA))}\n`
  )
  const { code, out, err } = run(['replay', path])
  expect(code).toBe(1)
  expect(err.trim().split('\n')).toEqual([
    `${path}:2 is not JSON: Unexpected end of JSON input`,
    `${path}:4 is no event: it is not an object`,
    `${path}:5 is no event: "sale" is none of its types`
  ])
  expect(out).toContain('2 events\n  2 track\n')
  expect(out).toContain('3 broken, and skipped')
  expect(jsonLines(run(['replay', '--json', path]).out).filter(({ kind }) => kind === 'broken')).toHaveLength(3)
})

it.each([
  ['a list', '[{"type":"track","event":"A"},\n{"type":"track","event":"B"}]'],
  [
    'lines with a source',
    '{"source":"x","event":{"type":"track","event":"A"}}\n{"source":"x","event":{"type":"track","event":"B"}}'
  ],
  ['several lines each', '{\n"type":"track",\n"event":"A"\n}\n{\n"type":"track",\n"event":"B"\n}']
])('reads events as %s, from a file, packed, and from the standard input', (_name, text) => {
  const names = (out: string) => jsonLines(out).flatMap(({ name }) => name ?? [])
  expect(names(run(['replay', '--json', file('events.json', text)]).out)).toEqual(['A', 'B'])
  expect(names(run(['replay', '--json', file('events.json.gz', gzipSync(text))]).out)).toEqual(['A', 'B'])
  expect(names(run(['replay', '--json', '-'], { input: text }).out)).toEqual(['A', 'B'])
  expect(names(run(['replay', '--json'], { input: text }).out)).toEqual(['A', 'B'])
})

it('takes mappings as Segment’s app stores them, several of one action and those that are off', () => {
  const mapping = file(
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
      { name: 'Off', enabled: false, partnerAction: 'trackEvent', subscribe: 'type = "track"', mapping: {} }
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

it('names what is wrong in a file of mappings', () => {
  const mapping = file('wrong.json', JSON.stringify([{ partnerAction: 'gone', subscribe: 'type = "track"' }]))
  const { code, err } = run(['replay', EXAMPLES, '--mapping', mapping])
  expect(err).toContain('subscription 1 has the partnerAction gone, which is none of identifyUser')
  expect(code).toBe(2)
})

it('runs with the given settings, and ends with 1 where events failed', () => {
  const settings = file('settings.json', '{"accountToken":""}')
  const { code, out } = run(['replay', '--summary', '--settings', settings], {
    input: JSON.stringify(track('A', ANNA))
  })
  expect(out).toContain('errors\n  1 InMoment: the Account Token setting is empty')
  expect(code).toBe(1)
  const [warned] = replay([track('A', ANNA)], '--settings', '{"accountToken":"wrong"}')
  expect(warned).toMatchObject({ warnings: [{ name: 'accountToken' }] })
})

it('shows and counts only what is asked for, while the rest still takes effect', () => {
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
    expect(summary).toMatchObject({ events: 1, byType: { track: 1 } })
    expect(rest).toEqual([])
  }
})

it('keeps away what an event’s integrations keep from InMoment', () => {
  const [all, own] = replay([
    { ...track('A', ANNA), integrations: { All: false } },
    { ...track('B', ANNA), integrations: { All: false, 'InMoment (Actions)': true } }
  ])
  expect(all).toMatchObject({ keptAway: true, matched: [] })
  expect(own).toMatchObject({ keptAway: false, matched: [{ commands: ['run'] }] })
})

it('replays any number of events in a heap that holds only few of them', async () => {
  const events = 200_000
  // What the process takes from the system depends on when it collects its garbage; what it cannot do is keep more than
  // the heap holds. The lines alone are 80 MB, and what comes of them is a multiple of that.
  const replaying = spawn(join(ROOT, 'bin/run'), ['replay', '-', '--summary'], {
    env: { ...process.env, NODE_OPTIONS: '--max-old-space-size=128' }
  })
  let out = ''
  replaying.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  const exit = once(replaying, 'exit')
  function* lines(): Generator<string> {
    for (let index = 0; index < events; index++) {
      const visitor = Math.floor(index / 3)
      const person = { userId: `user-${visitor}`, anonymousId: `visitor-${visitor}` }
      yield `${JSON.stringify(track(`Event ${index}`, person, { text: 'x'.repeat(250), index, when: { [`key ${index}`]: null } }))}\n`
    }
  }
  await pipeline(Readable.from(lines()), replaying.stdin)
  const [code] = (await exit) as [number | null]
  expect(out).toContain(`${events} events`)
  expect(code).toBe(0)
}, 180_000)

describe('a mapping that cannot be evaluated', () => {
  const mapping = (subscribe: string): string =>
    file(
      'broken.json',
      JSON.stringify([
        {
          name: 'Broken',
          enabled: true,
          partnerAction: 'trackEvent',
          subscribe,
          mapping: { eventName: { '@pathx': '$.event' } }
        }
      ])
    )
  const events = [{ type: 'track', event: 'Order Completed', userId: 'ann', anonymousId: 'visitor' }]
  const input = events.map((event) => JSON.stringify(event)).join('\n')

  it('is told as what the event matched, with the reason in one line, whatever is selected', () => {
    const { out, code } = run(['replay', '--json', '--only', 'trackEvent', '--mapping', mapping('type = "track"')], {
      input
    })
    const [outcome, summary] = jsonLines(out)
    const error = '/eventName has an invalid directive: @pathx.'
    expect(outcome).toMatchObject({
      matched: [{ subscription: 'Broken', action: 'trackEvent', error }],
      errors: [error]
    })
    expect(summary).toMatchObject({ events: 1, matchedByNothing: 0, errors: { [error]: 1 } })
    expect(code).toBe(1)
  })

  it('is refused where its trigger can never fit', () => {
    const { err, code } = run(['replay', '--mapping', mapping('type = "track" and event =')], { input })
    expect(err).toContain('not FQL')
    expect(code).toBe(2)
  })
})

it('names a packed file that is damaged', () => {
  const { err, code } = run(['replay', file('damaged.jsonl.gz', 'no gzip')])
  expect(err).toMatch(/damaged\.jsonl\.gz cannot be unpacked/)
  expect(code).toBe(1)
})
