import lines from '../../example-events.jsonl?raw'
import type { JsonObject } from '../json/json-object'

interface ExampleLine {
  /** The page of Segment's documentation that the event is from. */
  source: string
  event: JsonObject
}

export interface ExampleEvent {
  /** Unique: it starts with the line number. */
  label: string
  event: JsonObject
}

/** The examples in Segment's spec (https://segment.com/docs/connections/spec/). */
export const exampleEvents: readonly ExampleEvent[] = lines
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as ExampleLine)
  .map((example, index) => ({ label: createLabel(example, index + 1), event: example.event }))

function createLabel({ source, event }: ExampleLine, lineNumber: number): string {
  const page = source.split('/').at(-1)?.replace('.md', '') ?? source
  const name = [event.event, event.name].find((text) => typeof text === 'string')
  return `${lineNumber}. ${String(event.type)}${typeof name === 'string' ? ` ${name}` : ''} (${page})`
}
