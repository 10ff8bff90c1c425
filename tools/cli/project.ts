import { join, relative } from 'node:path'

export const ROOT = join(__dirname, '../..')

export const DESTINATION_FOLDER = join(ROOT, 'src/destinations/inmoment')

export const EXAMPLE_EVENTS = join(ROOT, 'tools/tester/example-events.jsonl')

/** The path relative to the project, for messages. */
export function inProject(path: string): string {
  return relative(ROOT, path)
}
