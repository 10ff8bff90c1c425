import { readFile } from 'node:fs/promises'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../src/destinations/inmoment'
import { readTrigger } from '../mapping-checks/read-trigger'
import { UsageError } from '../terminal/errors'

/** The subscriptions of a file, in the form in which Segment's app stores them: a list, or an object that holds one. */
export async function subscriptionsIn(file: string): Promise<Subscription[]> {
  const value = await jsonIn(file)
  const list = isObject(value) && 'subscriptions' in value ? value.subscriptions : value
  if (!Array.isArray(list)) throw new UsageError(`${file} holds no list of subscriptions`)
  return list.map((item, index) => subscriptionOf(item, `${file}: subscription ${index + 1}`))
}

async function jsonIn(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`${file} cannot be read`)
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${file} is not JSON`)
  }
}

function subscriptionOf(value: unknown, place: string): Subscription {
  if (!isObject(value)) throw new UsageError(`${place} is not an object`)
  const { name, enabled = true, partnerAction, subscribe, mapping = {} } = value
  if (typeof partnerAction !== 'string' || !(partnerAction in destination.actions)) {
    const known = Object.keys(destination.actions).join(', ')
    throw new UsageError(`${place} has the partnerAction ${String(partnerAction)}, which is none of ${known}`)
  }
  if (typeof subscribe !== 'string') throw new UsageError(`${place} has no trigger in subscribe`)
  if (readTrigger(subscribe).problem !== undefined)
    throw new UsageError(`${place} has a trigger that is not FQL: ${subscribe}`)
  if (!isObject(mapping)) throw new UsageError(`${place} has a mapping that is not an object`)
  return {
    name: typeof name === 'string' && name ? name : partnerAction,
    enabled: enabled === true,
    partnerAction,
    subscribe,
    mapping: mapping as Subscription['mapping']
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
