import { join, relative } from 'node:path'

export const ROOT = join(__dirname, '../..')

/** The folder of the destination's definition. */
export const DESTINATION_FOLDER = join(ROOT, 'src/destinations/inmoment')

export const EXAMPLE_EVENTS = join(ROOT, 'tools/tester/example-events.jsonl')

/** A path as it is named to the user. */
export function inProject(path: string): string {
  return relative(ROOT, path)
}
