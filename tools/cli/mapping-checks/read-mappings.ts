import type { Subscription } from '@segment/browser-destination-runtime/types'
import { destination } from '../../../src/destinations/inmoment'
import { isJsonObject } from './is-json-object'
import { isObject } from '../../../src/destinations/inmoment/is-object'
import { fieldProblems } from './field-problems'
import { JsonDocument } from './json-document'
import type { Problem } from './problem'
import { settingsProblems } from './settings-problems'
import { suggestion } from './closest'
import { checkTrigger } from './trigger-problems'

export interface ReadMappings {
  /** The mappings, if the text has any. */
  subscriptions?: Subscription[]
  /** The settings, if the text has any, without the subscriptions. */
  settings?: Record<string, unknown>
  problems: Problem[]
}

/** What was read, with the places of the mappings for further checks. */
export interface MappingDocument extends ReadMappings {
  document: JsonDocument
  /** The path of the list of mappings, or else of the settings. */
  path: Path
  settingsPath: Path
  /** The path of each subscription. */
  paths: Map<Subscription, Path>
}

type Path = (string | number)[]

/**
 * Reads mappings and settings in any of these forms:
 * - a list of subscriptions `{ name, enabled, partnerAction, subscribe, mapping }`
 * - what Segment's Public API returns: subscriptions `{ name, enabled, actionSlug, trigger, settings }`, in `data` or not
 * - an object of settings, with `subscriptions` or without, as `inmomentPlugins` takes it
 * - what analytics.js loads from Segment's CDN, with `integrations`
 *
 * The values are usable only if no problem is an error.
 */
export function readMappings(text: string): ReadMappings {
  const { subscriptions, settings, problems } = readMappingDocument(text)
  return { ...(subscriptions && { subscriptions }), ...(settings && { settings }), problems }
}

export function readMappingDocument(text: string): MappingDocument {
  const document = new JsonDocument(text)
  const { value, path } = unwrapped(document.value, [])
  const empty: MappingDocument = {
    document,
    path,
    settingsPath: path,
    paths: new Map(),
    problems: document.problems
  }
  if (document.problems.length > 0) return empty
  if (Array.isArray(value)) return readList(document, value, path)
  if (!isObject(value)) {
    const message = 'Expected a list of mappings, or an object with settings.'
    return { ...empty, problems: [document.problemAt(path, 'error', message)] }
  }
  const { subscriptions, ...settings } = value
  const list = Array.isArray(subscriptions) ? readList(document, subscriptions, [...path, 'subscriptions']) : empty
  if (subscriptions !== undefined && !Array.isArray(subscriptions)) {
    list.problems.push(document.problemAt([...path, 'subscriptions'], 'error', 'subscriptions is not a list.'))
  }
  // The Public API's answer has `pagination` next to its list, and no settings.
  const isList = path.length > 0 && path[0] === 'data'
  if (isList) return list
  return {
    ...list,
    settings,
    settingsPath: path,
    problems: [...list.problems, ...settingsProblems(document, settings, path)]
  }
}

/** The list or the settings inside the answers of Segment's APIs. */
function unwrapped(value: unknown, path: Path): { value: unknown; path: Path } {
  if (!isObject(value)) return { value, path }
  const { data, integrations } = value as { data?: unknown; integrations?: unknown }
  if (isObject(data)) return unwrapped(data, [...path, 'data'])
  const ours = isObject(integrations) ? integrations[destination.name] : undefined
  return isObject(ours) ? { value: ours, path: [...path, 'integrations', destination.name] } : { value, path }
}

function readList(document: JsonDocument, list: unknown[], path: Path): MappingDocument {
  const paths = new Map<Subscription, Path>()
  const problems = list.flatMap((item, index) => {
    const read = readSubscription(document, item, [...path, index])
    if (read.subscription) paths.set(read.subscription, [...path, index])
    return read.problems
  })
  if (list.length > MAX_MAPPINGS) {
    const message = `Segment allows ${MAX_MAPPINGS} mappings per destination. The list has ${list.length}.`
    problems.push(document.problemAt(path, 'note', message))
  }
  return { document, path, settingsPath: path, paths, subscriptions: [...paths.keys()], problems }
}

/** https://segment.com/docs/connections/destinations/actions/ */
export const MAX_MAPPINGS = 50

function readSubscription(
  document: JsonDocument,
  value: unknown,
  path: Path
): { subscription?: Subscription; problems: Problem[] } {
  const problems: Problem[] = []
  const report = (key: string | undefined, severity: Problem['severity'], message: string) =>
    problems.push(document.problemAt(key === undefined ? path : [...path, key], severity, message))
  if (!isJsonObject(value)) {
    report(undefined, 'error', 'A mapping is not an object.')
    return { problems }
  }
  const item = value
  const isFromApi = 'actionSlug' in item || ('trigger' in item && !('subscribe' in item))
  const keys = isFromApi
    ? { action: 'actionSlug', trigger: 'trigger', mapping: 'settings' }
    : { action: 'partnerAction', trigger: 'subscribe', mapping: 'mapping' }
  const partnerAction = item[keys.action]
  const subscribe = item[keys.trigger]
  const mapping = item[keys.mapping] ?? {}
  const actions = Object.keys(destination.actions)

  for (const key of Object.keys(item)) {
    if (!KNOWN_KEYS.includes(key)) report(key, 'warning', `Unknown key ${key}. ${suggestion(key, Object.values(keys))}`)
  }
  if (typeof partnerAction !== 'string')
    report(keys.action, 'error', `${keys.action} is missing. Use one of ${actions.join(', ')}.`)
  else if (!actions.includes(partnerAction)) {
    report(keys.action, 'error', `Unknown action ${partnerAction}. ${suggestion(partnerAction, actions)}`)
  }
  if (typeof subscribe !== 'string') report(keys.trigger, 'error', `The trigger (${keys.trigger}) is missing.`)
  else {
    problems.push(...triggerProblems(document, subscribe, [...path, keys.trigger]))
  }
  if (!isJsonObject(mapping)) report(keys.mapping, 'error', `${keys.mapping} is not an object.`)
  else if (typeof partnerAction === 'string' && actions.includes(partnerAction)) {
    problems.push(...fieldProblems(document, partnerAction, mapping, [...path, keys.mapping]))
  }
  if ('enabled' in item && typeof item.enabled !== 'boolean')
    report('enabled', 'error', 'enabled is not true or false.')
  if (problems.some(({ severity }) => severity === 'error')) return { problems }
  const subscription: Subscription = {
    name: typeof item.name === 'string' && item.name ? item.name : String(partnerAction),
    enabled: item.enabled !== false,
    partnerAction: String(partnerAction),
    subscribe: String(subscribe),
    mapping: mapping as Subscription['mapping']
  }
  return { subscription, problems }
}

/** The problems of a trigger at their places. The first that explains what Segment reads differently includes that. */
function triggerProblems(document: JsonDocument, subscribe: string, path: Path): Problem[] {
  const { problems, meaning } = checkTrigger(subscribe)
  const explained = meaning === undefined ? undefined : problems.find(({ severity }) => severity !== 'note')
  return problems.map((problem) => {
    const message = problem === explained ? `${problem.message} Segment reads: ${meaning ?? ''}` : problem.message
    return document.problemInText(path, { ...problem, message })
  })
}

/** Those that matter, and the IDs that Segment adds. */
const KNOWN_KEYS = [
  ...['name', 'enabled', 'partnerAction', 'subscribe', 'mapping'],
  ...['actionSlug', 'trigger', 'settings', 'id', 'actionId', 'destinationId', 'modelId', 'reverseETLSchedule']
]
