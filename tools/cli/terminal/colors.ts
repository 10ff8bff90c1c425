import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

export type Colorize = (style: Style, text: string) => string

/** Creates a function that colors text, if the stream is a terminal and the user did not turn colors off. */
export function createColorize(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): Colorize {
  // https://no-color.org
  const hasColors = Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb'
  return (style, text) => (hasColors ? styleText(style, text) : text)
}
