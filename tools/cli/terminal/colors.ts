import { styleText } from 'node:util'
import { escapeText } from './escape'

/** The styles that `escapeOutput` leaves. */
type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'cyan'

export type Colorize = (style: Style, text: string) => string

/**
 * Creates a function that colors a text on one line, if the stream is a terminal and the user did not turn colors off.
 * It also escapes the text.
 */
export function createColorize(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): Colorize {
  // https://no-color.org
  const hasColors = Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb'
  return (style, text) => (hasColors ? styleText(style, escapeText(text)) : escapeText(text))
}
