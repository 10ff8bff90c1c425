import { readFile } from 'node:fs/promises'
import { isObject } from '../../../src/destinations/inmoment/is-object'
import { UsageError } from '../terminal/errors'

/** Reads JSON that the user named. `source` is the file or the option in which it is. */
export function parseJson(text: string, source: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UsageError(`${source} is not valid JSON`)
  }
}

export async function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => {
    throw new UsageError(`cannot read ${file}`)
  })
}

/** Whether a JSON value is an object, and not an array. */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return isObject(value) && !Array.isArray(value)
}
