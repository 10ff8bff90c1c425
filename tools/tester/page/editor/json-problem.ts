export interface TextProblem {
  from: number
  to: number
  message: string
}

/** Browsers tell the place in words of their own: a position, or a line and a column. */
function placeOf(message: string, text: string): number {
  const position = /position (\d+)/.exec(message)?.[1]
  if (position !== undefined) return Number(position)
  const [, line, column] = /line (\d+) column (\d+)/.exec(message) ?? []
  if (line === undefined || column === undefined) return text.length
  const before = text
    .split('\n')
    .slice(0, Number(line) - 1)
    .join('\n').length
  return before + Number(column)
}

/** What is wrong with a JSON text and where, `check` being asked for what is wrong with its value. */
export function jsonProblem(text: string, check?: (value: unknown) => string | undefined): TextProblem | undefined {
  try {
    const value: unknown = JSON.parse(text)
    const message = check?.(value)
    return message === undefined ? undefined : { from: 0, to: text.length, message }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const from = Math.max(0, Math.min(placeOf(message, text), text.length - 1))
    const to = Math.min(from + 1, text.length)
    return { from, to, message: `This is not valid JSON: ${message}` }
  }
}
