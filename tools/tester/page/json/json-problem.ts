export interface JsonProblem {
  from: number
  to: number
  message: string
}

/** Finds the problem in a JSON text. `check` returns a message if the parsed value is not valid. */
export function findJsonProblem(text: string, check?: (value: unknown) => string | undefined): JsonProblem | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const message = check?.(value)
    return message === undefined ? undefined : { from: 0, to: text.length, message }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const from = Math.max(0, Math.min(findOffset(message, text), text.length - 1))
    const to = Math.min(from + 1, text.length)
    return { from, to, message: `The JSON is not valid: ${message}` }
  }
}

/** The offset in a browser's message, which names either the offset or a line and a column. */
function findOffset(message: string, text: string): number {
  const offset = /position (\d+)/.exec(message)?.[1]
  if (offset !== undefined) return Number(offset)
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  if (line === undefined || column === undefined) return text.length
  const before = text
    .split('\n')
    .slice(0, Number(line) - 1)
    .join('\n').length
  return before + Number(column)
}
