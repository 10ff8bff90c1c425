import type { Analytics, Context, Plugin } from '@segment/analytics-next'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import fc from 'fast-check'
import inmoment, { destination } from '../../../src/destinations/inmoment'
import { ACCOUNT_TOKEN } from '../../../src/destinations/inmoment/test-support/constants'
import { anyValue, jsonValue, ofSize } from './arbitrary-values'
import { isUnchanged, listContents, listPrototypes } from './contents'
import { findViolations } from './documented-rules'

/** The result of random payloads: their number, and the first failure. */
export interface Trial {
  payloads: number
  /** How many commands the beacon received. */
  commands: number
  failure?: string
}

type Page = Window & {
  analytics: Analytics
  inmomentDestination: typeof inmoment
}

const page = window as unknown as Page
const settings = { accountToken: ACCOUNT_TOKEN }
const TYPES = ['identify', 'track', 'page', 'group'] as const
const ACTIONS = Object.entries(destination.actions)

let violations: string[] = []
let commands = 0
window.wootric = () => {
  commands += 1
  violations.push(...findViolations(window.wootricSettings))
}

/** Returns a function that creates contexts like the page's analytics.js, which announces each event to destinations. */
async function getContextFactory(): Promise<(event: object) => Context> {
  const { constructor } = (await page.analytics.track('Before the trial')) as unknown as {
    constructor: new (event: object) => Context
  }
  let created = 0
  const createId = () => `ajs-next-${Date.now()}-${(created += 1)}`
  return (event) => {
    const ids = { messageId: createId(), userId: 'ann', anonymousId: 'a' }
    const context = new constructor({ ...ids, context: {}, integrations: {}, ...event })
    page.analytics.emit('dispatch_start', context)
    return context
  }
}

/** Throws if the delivery changes the values, or if the beacon reads settings that violate InMoment's rules. */
async function expectHarmless(values: unknown, deliver: () => Promise<unknown>): Promise<void> {
  const before = listContents(values)
  violations = []
  await deliver()
  if (!isUnchanged(before, listContents(values))) violations.push('the input was changed')
  if (violations.length > 0) throw new Error(violations.join('; '))
}

async function runTrial<Value>(
  values: fc.Arbitrary<Value>,
  numRuns: number,
  deliver: (value: Value) => Promise<unknown>
): Promise<Trial> {
  commands = 0
  const prototypes = listPrototypes()
  const property = fc.asyncProperty(values, (value) => expectHarmless(value, () => deliver(value)))
  const result = await fc.check(property, { numRuns })
  if (result.failed)
    return {
      payloads: result.numRuns,
      commands,
      failure: `${String(result.errorInstance)}: ${fc.defaultReportMessage(result)}`
    }
  const isHarmless = isUnchanged(prototypes, listPrototypes())
  return { payloads: result.numRuns, commands, ...(!isHarmless && { failure: 'a prototype was changed' }) }
}

/** Delivers payloads with any values in the fields of each action. None may fail. */
async function runPayloads(numRuns: number): Promise<Trial> {
  const createContext = await getContextFactory()
  const client = await destination.initialize({ settings, analytics: page.analytics }, {} as never)
  const payload = fc.oneof(
    ...ACTIONS.map(([name, { fields }]) => {
      const record = fc.record(Object.fromEntries(Object.keys(fields).map((key) => [key, anyValue])), {
        requiredKeys: []
      })
      return record.map((payload) => ({ name, payload }))
    })
  )
  return runTrial(payload, numRuns, async ({ name, payload }) => {
    const context = createContext({ type: 'track' })
    const data = { settings, payload, mapping: {}, context, analytics: page.analytics }
    await destination.actions[name]?.perform(client, data as never)
  })
}

/** Delivers events through the built bundle. Those with values beyond JSON may fail in the mappings. */
async function runEvents(numRuns: number, subscriptions: Subscription[], isJson: boolean): Promise<Trial> {
  const createContext = await getContextFactory()
  const plugins = (await page.inmomentDestination({ ...settings, subscriptions } as never)) as unknown as Plugin[]
  for (const plugin of plugins) await plugin.load(createContext({ type: 'track' }), page.analytics)
  const value = isJson ? jsonValue : anyValue
  const event = fc.record({
    type: fc.constantFrom(...TYPES),
    event: value,
    name: value,
    groupId: value,
    traits: value,
    properties: value
  })
  return runTrial(event, numRuns, async (event) => {
    for (const plugin of plugins) {
      const delivery = Promise.resolve(plugin[event.type]?.(createContext(event)))
      await (isJson ? delivery : delivery.catch(() => undefined))
    }
  })
}

const ROUNDS = 7

/** Deliveries per measurement, because the browser's clock is too coarse for one. */
const DELIVERIES = 8

/** How much longer the delivery of ten times the size takes: the ratio of two medians, measured in turn. */
async function measureGrowth(kind: keyof typeof ofSize, size: number): Promise<number> {
  const createContext = await getContextFactory()
  const client = await destination.initialize({ settings, analytics: page.analytics }, {} as never)
  const measure = async (traits: unknown): Promise<number> => {
    const start = performance.now()
    const data = { settings, payload: { properties: traits }, mapping: {}, analytics: page.analytics }
    for (let count = 0; count < DELIVERIES; count += 1) {
      const context = createContext({ type: 'identify' })
      await destination.actions.identifyUser?.perform(client, { ...data, context } as never)
    }
    return performance.now() - start
  }
  commands = 0
  const small: number[] = []
  const large: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    small.push(await measure(ofSize[kind](size)))
    large.push(await measure(ofSize[kind](10 * size)))
  }
  return commands === DELIVERIES * 2 * ROUNDS ? getMedian(large) / getMedian(small) : NaN
}

function getMedian(values: number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? NaN
}

Object.assign(window, { runPayloads, runEvents, measureGrowth })
