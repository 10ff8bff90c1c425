import { readFile, stat } from 'node:fs/promises'
import { decodeCase, hasCase } from './mapping-checks/case-url'
import { getErrorMessage } from './mapping-checks/error-message'
import { UsageError } from './terminal/errors'

/** JSON with mappings or settings, from where the user has it. */
export interface MappingSource {
  /** The file name, or a word for a source without lines that the user can look up. */
  name: string
  text: string
  /** Whether the user can look up a line. */
  isFile: boolean
}

/** In bytes. A larger file is a recording of events, or something else by mistake. */
const MAX_SIZE = 10_000_000

/** Reads a file, or a URL of a case in the action tester. Throws a UsageError if it cannot be read. */
export async function readMappingSource(fileOrUrl: string): Promise<MappingSource> {
  if (hasCase(fileOrUrl)) return { name: 'case URL', text: readCase(fileOrUrl), isFile: false }
  return { name: fileOrUrl, text: await readTextFile(fileOrUrl), isFile: true }
}

/** Reads settings from JSON on the command line, from a file or from a case URL. */
export async function readSettingsSource(jsonOrFile: string): Promise<MappingSource> {
  const isJson = /^\s*[[{]/.test(jsonOrFile)
  return isJson ? { name: '--settings', text: jsonOrFile, isFile: true } : readMappingSource(jsonOrFile)
}

/** The mappings and the settings of a case, as `readMappings` takes them. A case contains only what was changed. */
function readCase(url: string): string {
  const { mappings: subscriptions, settings } = decodeUrl(url)
  return JSON.stringify({ ...(settings as object | undefined), subscriptions })
}

function decodeUrl(url: string): Record<string, unknown> {
  try {
    return decodeCase(url)
  } catch (error) {
    throw new UsageError(`cannot read the case URL: ${getErrorMessage(error)}`)
  }
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
