import { join } from 'node:path'

export const ROOT = join(import.meta.dirname, '..')

export const DESTINATION_FOLDER = join(ROOT, 'src/destinations/inmoment')

export const EXAMPLE_EVENTS = join(ROOT, 'tools/tester/example-events.jsonl')
