import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Context, type Plugin, type SegmentEvent } from '@segment/analytics-next'
import { inmomentPlugins } from '..'
import { ACCOUNT_TOKEN } from '../destinations/inmoment/test-support/constants'
import type { FakeBeacon } from '../destinations/inmoment/test-support/fake-beacon'
import { openPage, registerPlugins } from '../../test/support/page'

interface Example {
  source: string
  event: SegmentEvent
}

const examples = readFileSync(join(__dirname, '../../tools/tester/example-events.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Example)

const COMMANDS: Record<string, string[]> = { identify: ['run'], track: ['run'], page: ['page'], group: ['group'] }

let beacon: FakeBeacon
let plugins: Plugin[]

beforeEach(async () => {
  beacon = openPage()
  plugins = inmomentPlugins({ accountToken: ACCOUNT_TOKEN })
  const analytics = await registerPlugins({ subscriptions: [] })
  await analytics.register(...plugins)
})

/** Passes the event to each plugin, as analytics.js does. `analytics.track` would create another event. */
async function deliver(event: SegmentEvent): Promise<Context> {
  const context = new Context(copyOf(event))
  for (const plugin of plugins) await plugin[event.type]?.(context)
  return context
}

function exampleOf(name: string): SegmentEvent {
  const example = examples.find(({ event }) => event.event === name)
  if (!example) throw new Error(`No example of ${name}`)
  return example.event
}

function copyOf(event: SegmentEvent): SegmentEvent {
  return JSON.parse(JSON.stringify(event)) as SegmentEvent
}

it('has examples of every kind of event', () => {
  expect(new Set(examples.map(({ event }) => event.type))).toEqual(
    new Set(['alias', 'group', 'identify', 'page', 'screen', 'track'])
  )
})

it.each(examples.map(({ event, source }) => [event.type, event.event ?? event.name ?? '', source, event] as const))(
  'delivers %s %s of %s with the presets',
  async (type, _name, _source, event) => {
    const context = await deliver(event)
    expect(beacon.commands).toEqual(COMMANDS[type] ?? [])
    expect(context.logs().filter(({ level }) => level === 'warn')).toEqual([])
    for (const { settings } of beacon.calls) {
      for (const [key, value] of Object.entries(settings.properties ?? {})) {
        expect(key).not.toMatch(/[$.\0]/)
        expect(JSON.stringify(value)).not.toContain('{')
      }
    }
  }
)

it('keeps names and values of properties, and converts dates', async () => {
  await deliver(exampleOf('Trial Started'))
  expect(beacon.last.settings).toMatchObject({
    event_name: 'Trial Started',
    properties: { trial_start_date: 1535429387, trial_end_date: 1537416587, trial_plan_name: 'Business' }
  })
})

it('does not use the invited email of Invite Sent as the user’s email', async () => {
  await deliver(exampleOf('Invite Sent'))
  expect(beacon.last.settings.event_name).toBe('Invite Sent')
  expect(beacon.last.settings).not.toHaveProperty('email')
})
