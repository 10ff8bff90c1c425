import lines from '../../example-events.jsonl?raw'

export interface ExampleEvent {
  label: string
  event: Record<string, unknown>
}

interface ExampleLine {
  source: string
  event: Record<string, unknown>
}

function labelOf({ source, event }: ExampleLine, number: number): string {
  const page = source.split('/').at(-1)?.replace('.md', '') ?? source
  const name = [event.event, event.name].find((text) => typeof text === 'string')
  return `${number}. ${String(event.type)}${typeof name === 'string' ? ` ${name}` : ''} (${page})`
}

/** The examples of Segment's public spec. */
export const exampleEvents: readonly ExampleEvent[] = lines
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as ExampleLine)
  .map((line, index) => ({ label: labelOf(line, index + 1), event: line.event }))
