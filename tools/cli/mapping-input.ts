import { readFile } from 'node:fs/promises'
import { decodeCase, hasCase } from './mapping-checks/case-url'
import { positionOf, type Problem } from './mapping-checks/problem'
import { readMappings, type ReadMappings } from './mapping-checks/read-mappings'
import { UsageError } from './terminal/errors'

/**
 * Reads mappings and settings from a file, or from a case URL of the action tester. Throws a UsageError that names file,
 * line, column and problem if they are unusable.
 */
export async function readMappingInput(fileOrUrl: string): Promise<Omit<ReadMappings, 'problems'>> {
  const { name, text } = await readMappingText(fileOrUrl)
  const { problems, ...input } = readMappings(text)
  const error = problems.find(({ severity }) => severity === 'error')
  if (error) throw new UsageError(formatProblem(name, text, error))
  return input
}

/** The text of a file, or of the mappings and settings in a case URL as JSON, and its name in messages. */
export async function readMappingText(fileOrUrl: string): Promise<{ name: string; text: string }> {
  if (!hasCase(fileOrUrl)) {
    const text = await readFile(fileOrUrl, 'utf8').catch(() => {
      throw new UsageError(`cannot read ${fileOrUrl}`)
    })
    return { name: fileOrUrl, text }
  }
  try {
    const { mappings, settings } = decodeCase(fileOrUrl)
    const given = { ...(settings as object | undefined), ...(mappings !== undefined && { subscriptions: mappings }) }
    return { name: 'the case URL', text: JSON.stringify(given, undefined, 2) }
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
}

/** One line, such as `mapping.json:5:12 Unknown field emial of trackEvent. Did you mean email?` */
export function formatProblem(name: string, text: string, { start, message }: Problem): string {
  const { line, column } = positionOf(text, start)
  return `${name}:${line}:${column} ${message}`
}
