import type { Analytics, Context } from '@segment/analytics-next'
import { transform } from '@segment/actions-core/mapping-kit'
import { destination } from '../../../../src/destinations/inmoment'
import type { Settings } from '../../../../src/destinations/inmoment/generated-types'
import { presetSubscriptions } from '../../../../src/preset-subscriptions'
import { createSampleTraits } from './sample-traits'
import type { EventKind } from './site-page'

const ANNA = { userId: 'user-1', anonymousId: 'anonymous-1' }

/** The parts of analytics.js that the destination uses, so that its own time is not measured. */
const analytics = {
  on: () => undefined,
  off: () => undefined,
  user: () => ({ id: () => ANNA.userId, anonymousId: () => ANNA.anonymousId, traits: () => ({}) })
} as unknown as Analytics

const settings: Settings = { accountToken: 'NPS-4aeb53c1' }
let client: Promise<unknown> | undefined
let eventCount = 0

/** Measures the actions in a page without analytics.js and the runtime. */
const performBench = {
  /** Returns the time of an action for one event in milliseconds, the average over `times` events. */
  async measurePerform(kind: EventKind, traitCount: number, times: number): Promise<number> {
    const started = await (client ??= Promise.resolve(
      destination.initialize({ settings, analytics }, { loadScript: unused, resolveWhen: unused })
    ))
    const { perform, ...data } = createInvocation(kind, traitCount)
    const contexts = Array.from({ length: times }, () => createContext({ ...data.event }))
    const start = performance.now()
    for (const context of contexts) await perform(started, { ...data, context })
    return (performance.now() - start) / times
  },

  /** Returns the time to convert the same values to JSON and back, in milliseconds. */
  measureRoundTrip(traitCount: number, times: number): number {
    const traits = createSampleTraits(traitCount)
    const start = performance.now()
    for (let time = 0; time < times; time++) JSON.parse(JSON.stringify(traits))
    return (performance.now() - start) / times
  }
}

const unused = (): never => {
  throw new Error('The destination must not use the helpers of the runtime')
}

function createInvocation(kind: EventKind, traitCount: number) {
  const traits = createSampleTraits(traitCount)
  const event = { type: kind, ...ANNA, event: 'Event', name: 'Page', groupId: 'group-1', traits, properties: traits }
  const subscription = presetSubscriptions().find(({ subscribe }) => subscribe.includes(kind))
  const action = destination.actions[subscription?.partnerAction ?? '']
  if (!subscription || !action) throw new Error(`No preset matches ${kind} events`)
  const { mapping } = subscription
  return { perform: action.perform, event, payload: transform(mapping, event), mapping: {}, settings, analytics }
}

function createContext(event: object): Context {
  const messageId = `ajs-next-${Date.now()}-${++eventCount}`
  return { event: { ...event, messageId }, log: () => undefined } as unknown as Context
}

declare global {
  interface Window {
    performBench: typeof performBench
  }
}

window.performBench = performBench
window.wootric = () => undefined
