import { readFile, stat } from 'node:fs/promises'
import type { Subscription } from '@segment/browser-destination-runtime/types'
import { presetSubscriptions } from '../../src/preset-subscriptions'
import { decodeCase, hasCase } from './mapping-checks/case-url'
import { getErrorMessage } from './mapping-checks/error-message'
import { locateProblem, type LocatedProblem } from './mapping-checks/locate-problem'
import type { Problem } from './mapping-checks/problem'
import { readMappings } from './mapping-checks/read-mappings'
import { UsageError } from './terminal/errors'

export interface MappingInput {
  /** The presets, if the input has no mappings. */
  subscriptions: Subscription[]
  /** Only the settings in the input, without defaults. Empty if it has none. */
  settings: Record<string, unknown>
}

/** JSON with mappings or settings, and the name of its source for messages. */
export interface MappingText {
  name: string
  text: string
}

/** The name of a source without lines that the user can look up. */
const CASE_URL = 'case URL'

/** In bytes. A larger file is a recording of events, or something else by mistake. */
const MAX_SIZE = 10_000_000

/**
 * Reads mappings and settings from a file or a case URL of the action tester, in any form that `readMappings` accepts.
 * Throws a UsageError that names the file, line, column and key of the first error.
 */
export async function readMappingInput(fileOrUrl: string): Promise<MappingInput> {
  const { name, text } = await readMappingText(fileOrUrl)
  const { subscriptions = presetSubscriptions(), settings = {}, problems } = readMappings(text)
  const errors = problems.filter(({ severity }) => severity === 'error')
  const [first] = errors
  if (!first) return { subscriptions, settings }
  const more = errors.length > 1 ? ` (and ${errors.length - 1} more, see ./bin/run validate --mapping)` : ''
  throw new UsageError(formatProblem(name, text, first) + more)
}

/** Reads the text of a file, or the mappings and settings of a case URL as JSON. Throws a UsageError if it cannot. */
export async function readMappingText(fileOrUrl: string): Promise<MappingText> {
  if (!hasCase(fileOrUrl)) return { name: fileOrUrl, text: await readTextFile(fileOrUrl) }
  try {
    // A case contains only what was changed.
    const { mappings: subscriptions, settings } = decodeCase(fileOrUrl)
    return { name: CASE_URL, text: JSON.stringify({ ...(settings as object | undefined), subscriptions }) }
  } catch (error) {
    throw new UsageError(`cannot read the case URL: ${getErrorMessage(error)}`)
  }
}

/** Reads settings from JSON on the command line, from a file or from a case URL. */
export async function readSettingsText(jsonOrFile: string): Promise<MappingText> {
  const isJson = /^\s*[[{]/.test(jsonOrFile)
  return isJson ? { name: '--settings', text: jsonOrFile } : readMappingText(jsonOrFile)
}

/** Formats a problem on one line, with its place. */
export function formatProblem(name: string, text: string, problem: Problem): string {
  const located = locateProblem(text, problem)
  return `${formatPlace(name, located)} ${formatMessage(located)}`
}

/** Formats a place like a compiler, so that editors and terminals can link to it. */
export function formatPlace(name: string, { line, column }: LocatedProblem): string {
  return name === CASE_URL ? name : `${name}:${line}:${column}`
}

export function formatMessage({ key, message }: LocatedProblem): string {
  return key === '' ? message : `${key}: ${message}`
}

async function readTextFile(file: string): Promise<string> {
  const found = await stat(file).catch(() => undefined)
  if (!found) throw new UsageError(`cannot read ${file}: the file does not exist`)
  if (found.isDirectory()) throw new UsageError(`cannot read ${file}: it is a folder`)
  if (found.size > MAX_SIZE) throw new UsageError(`cannot read ${file}: it is too large for mappings or settings`)
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new UsageError(`cannot read ${file}: ${getErrorMessage(error)}`)
  })
  try {
    // Removes a byte order mark.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new UsageError(`cannot read ${file}: it is not UTF-8 text`)
  }
}
