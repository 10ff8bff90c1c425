import type { Analytics, Context, Plugin } from '@segment/analytics-next'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import fc from 'fast-check'
import inmoment, { destination } from '../../../src/destinations/inmoment'
import { anyValue, jsonValue, ofSize } from './arbitrary-values'
import { contentsOf, contentsOfPrototypes, isUnchanged } from './contents'
import { violationsIn } from './documented-rules'

/** What the rows get back: how many payloads were tried, and the first that broke a rule. */
export interface Trial {
  payloads: number
  /** How often the beacon was told of one. */
  told: number
  failure?: string
}

type Page = Window & {
  analytics: Analytics
  inmomentDestination: typeof inmoment
}

const page = window as unknown as Page
const settings = { accountToken: 'NPS-4aeb53c1' }
const TYPES = ['identify', 'track', 'page', 'group'] as const
const ACTIONS = Object.entries(destination.actions)

let violations: string[] = []
let told = 0
window.wootric = () => {
  told += 1
  violations.push(...violationsIn(window.wootricSettings))
}

/** A context of the page's own analytics.js, which announces each event before its destinations receive it. */
async function contexts(): Promise<(event: object) => Context> {
  const { constructor } = (await page.analytics.track('Before the trial')) as unknown as {
    constructor: new (event: object) => Context
  }
  let made = 0
  const newId = () => `ajs-next-${Date.now()}-${(made += 1)}`
  return (event) => {
    const ids = { messageId: newId(), userId: 'ann', anonymousId: 'a' }
    const context = new constructor({ ...ids, context: {}, integrations: {}, ...event })
    page.analytics.emit('dispatch_start', context)
    return context
  }
}

/** Fails where the values were changed, a prototype was, or the beacon has read what breaks a documented rule. */
async function expectHarmless(values: unknown, deliver: () => Promise<unknown>): Promise<void> {
  const before = contentsOf(values)
  violations = []
  await deliver()
  if (!isUnchanged(before, contentsOf(values))) violations.push('the input was changed')
  if (violations.length > 0) throw new Error(violations.join('; '))
}

async function tryOut<Value>(
  values: fc.Arbitrary<Value>,
  numRuns: number,
  deliver: (value: Value) => Promise<unknown>
): Promise<Trial> {
  told = 0
  const untouched = contentsOfPrototypes()
  const property = fc.asyncProperty(values, (value) => expectHarmless(value, () => deliver(value)))
  const result = await fc.check(property, { numRuns })
  if (result.failed)
    return {
      payloads: result.numRuns,
      told,
      failure: `${String(result.errorInstance)}: ${fc.defaultReportMessage(result)}`
    }
  const isHarmless = isUnchanged(untouched, contentsOfPrototypes())
  return { payloads: result.numRuns, told, ...(!isHarmless && { failure: 'a prototype was changed' }) }
}

/** Any values in the fields of each action, straight into what delivers them: none may fail. */
async function tryPayloads(numRuns: number): Promise<Trial> {
  const contextOf = await contexts()
  const client = await destination.initialize({ settings, analytics: page.analytics }, {} as never)
  const payload = fc.oneof(
    ...ACTIONS.map(([name, { fields }]) => {
      const record = fc.record(Object.fromEntries(Object.keys(fields).map((key) => [key, anyValue])), {
        requiredKeys: []
      })
      return record.map((payload) => ({ name, payload }))
    })
  )
  return tryOut(payload, numRuns, async ({ name, payload }) => {
    const context = contextOf({ type: 'track' })
    const data = { settings, payload, mapping: {}, context, analytics: page.analytics }
    await destination.actions[name]?.perform(client, data as never)
  })
}

/** Events through the built bundle with the presets. What Segment's runtime itself cannot map may fail for its event. */
async function tryEvents(numRuns: number, subscriptions: Subscription[], isJson: boolean): Promise<Trial> {
  const contextOf = await contexts()
  const plugins = (await page.inmomentDestination({ ...settings, subscriptions } as never)) as unknown as Plugin[]
  for (const plugin of plugins) await plugin.load(contextOf({ type: 'track' }), page.analytics)
  const value = isJson ? jsonValue : anyValue
  const event = fc.record({
    type: fc.constantFrom(...TYPES),
    event: value,
    name: value,
    groupId: value,
    traits: value,
    properties: value
  })
  return tryOut(event, numRuns, async (event) => {
    for (const plugin of plugins) {
      const delivery = Promise.resolve(plugin[event.type]?.(contextOf(event)))
      await (isJson ? delivery : delivery.catch(() => undefined))
    }
  })
}

/** How often at a stretch: the browser's clock is too coarse for one. */
const TRIES = 20

/** How much longer ten times as much takes: the median of several tries of each, in turn. */
async function growth(kind: keyof typeof ofSize, size: number): Promise<number> {
  const contextOf = await contexts()
  const client = await destination.initialize({ settings, analytics: page.analytics }, {} as never)
  const time = async (traits: unknown): Promise<number> => {
    const start = performance.now()
    const data = { settings, payload: { properties: traits }, mapping: {}, analytics: page.analytics }
    for (let count = 0; count < TRIES; count += 1) {
      const context = contextOf({ type: 'identify' })
      await destination.actions.identifyUser?.perform(client, { ...data, context } as never)
    }
    return performance.now() - start
  }
  told = 0
  const small: number[] = []
  const large: number[] = []
  for (let round = 0; round < 9; round += 1) {
    small.push(await time(ofSize[kind](size)))
    large.push(await time(ofSize[kind](10 * size)))
  }
  return told === TRIES * (small.length + large.length) ? median(large) / median(small) : NaN
}

function median(values: number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
}

Object.assign(window, { tryPayloads, tryEvents, growth })
