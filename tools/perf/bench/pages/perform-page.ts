import type { Analytics, Context } from '@segment/analytics-next'
import { transform } from '@segment/actions-core/mapping-kit'
import { destination } from '../../../../src/destinations/inmoment'
import type { Settings } from '../../../../src/destinations/inmoment/generated-types'
import { presetSubscriptions } from '../../../../src/preset-subscriptions'
import { sampleTraits } from './sample-traits'
import type { EventKind } from './site-page'

const ANNA = { userId: 'user-1', anonymousId: 'anonymous-1' }

/** What the destination reads of analytics.js, whose own time is no part of this. */
const analytics = {
  on: () => undefined,
  off: () => undefined,
  user: () => ({ id: () => ANNA.userId, anonymousId: () => ANNA.anonymousId, traits: () => ({}) })
} as unknown as Analytics

const settings: Settings = { accountToken: 'NPS-4aeb53c1' }
let client: Promise<unknown> | undefined
let made = 0

/** What the bench does in a page that has the destination's actions alone, without analytics.js and the runtime. */
const performBench = {
  /** The milliseconds that an action takes for one event, over so many events. */
  async perform(kind: EventKind, traitCount: number, times: number): Promise<number> {
    const started = await (client ??= Promise.resolve(
      destination.initialize({ settings, analytics }, { loadScript: unused, resolveWhen: unused })
    ))
    const { perform, ...data } = invocation(kind, traitCount)
    const contexts = Array.from({ length: times }, () => contextOf({ ...data.event }))
    const start = performance.now()
    for (const context of contexts) await perform(started, { ...data, context })
    return (performance.now() - start) / times
  },

  /** The milliseconds that the same values take to become JSON and to come back from it. */
  roundTrip(traitCount: number, times: number): number {
    const traits = sampleTraits(traitCount)
    const start = performance.now()
    for (let time = 0; time < times; time++) JSON.parse(JSON.stringify(traits))
    return (performance.now() - start) / times
  }
}

const unused = (): never => {
  throw new Error('The destination uses none of the helpers')
}

function invocation(kind: EventKind, traitCount: number) {
  const traits = sampleTraits(traitCount)
  const event = { type: kind, ...ANNA, event: 'Event', name: 'Page', groupId: 'group-1', traits, properties: traits }
  const subscription = presetSubscriptions().find(({ subscribe }) => subscribe.includes(kind))
  const action = destination.actions[subscription?.partnerAction ?? '']
  if (!subscription || !action) throw new Error(`No preset takes ${kind}`)
  const { mapping } = subscription
  return { perform: action.perform, event, payload: transform(mapping, event), mapping: {}, settings, analytics }
}

function contextOf(event: object): Context {
  const messageId = `ajs-next-${Date.now()}-${++made}`
  return { event: { ...event, messageId }, log: () => undefined } as unknown as Context
}

declare global {
  interface Window {
    performBench: typeof performBench
  }
}

window.performBench = performBench
window.wootric = () => undefined
