import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../src/destinations/inmoment'
import { parseTrigger } from '../mapping-checks/parse-trigger'
import { UsageError } from '../terminal/errors'
import { isJsonObject, parseJson, readText } from './json'

/** Reads a file with a list of subscriptions, as Segment's app stores them, or an object that contains the list. */
export async function readSubscriptions(file: string): Promise<Subscription[]> {
  const value = parseJson(await readText(file), file)
  const list = isJsonObject(value) && 'subscriptions' in value ? value.subscriptions : value
  if (!Array.isArray(list)) throw new UsageError(`${file} is not a list of subscriptions`)
  return list.map((item, index) => parseSubscription(item, `${file}: subscription ${index + 1}`))
}

function parseSubscription(value: unknown, place: string): Subscription {
  if (!isJsonObject(value)) throw new UsageError(`${place} is not an object`)
  const { name, enabled = true, partnerAction, subscribe, mapping = {} } = value
  if (typeof partnerAction !== 'string' || !(partnerAction in destination.actions)) {
    const actions = Object.keys(destination.actions).join(', ')
    throw new UsageError(`${place} has the unknown partnerAction ${String(partnerAction)}. Use one of ${actions}`)
  }
  if (typeof subscribe !== 'string') throw new UsageError(`${place} has no trigger. Add it as subscribe`)
  if (parseTrigger(subscribe).problem !== undefined) {
    throw new UsageError(`${place} has a trigger that is not valid FQL: ${subscribe}`)
  }
  if (!isJsonObject(mapping)) throw new UsageError(`${place} has a mapping that is not an object`)
  return {
    name: typeof name === 'string' && name ? name : partnerAction,
    enabled: enabled === true,
    partnerAction,
    subscribe,
    mapping: mapping as Subscription['mapping']
  }
}
