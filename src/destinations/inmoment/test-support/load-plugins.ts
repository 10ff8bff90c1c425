import { Context } from '@segment/analytics-next'
import type { Analytics, Plugin } from '@segment/analytics-next'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import inmoment, { destination } from '..'
import { createDefaultMapping } from '../fields'
import type { Settings } from '../generated-types'
import { ACCOUNT_TOKEN } from './constants'

/** Creates a subscription of an action with its defaults, as Segment's app does. */
export function createSubscription(partnerAction: string, mapping: object = {}): Subscription {
  const { defaultSubscription = '', fields = {} } = destination.actions[partnerAction] ?? {}
  return {
    name: partnerAction,
    enabled: true,
    partnerAction,
    subscribe: defaultSubscription,
    mapping: { ...createDefaultMapping(fields), ...mapping }
  }
}

/** Loads the destination, with an analytics object that has nothing. Returns a plugin for each action. */
export async function loadPlugins(subscriptions: Subscription[], settings: Partial<Settings> = {}): Promise<Plugin[]> {
  const factory = inmoment as (settings: object) => Promise<Plugin[]>
  const analytics: unknown = {}
  const plugins = await factory({ accountToken: ACCOUNT_TOKEN, ...settings, subscriptions })
  await Promise.all(plugins.map((plugin) => plugin.load(Context.system(), analytics as Analytics)))
  return plugins
}

/** Loads the destination with only this action. */
export async function loadAction(partnerAction: string, mapping?: object): Promise<Plugin> {
  const [plugin] = await loadPlugins([createSubscription(partnerAction, mapping)])
  if (!plugin) throw new Error(`There is no action ${partnerAction}`)
  return plugin
}
