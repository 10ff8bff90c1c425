import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Colors a text for a stream. Returns it unchanged if the stream is not a terminal or the user turned colors off. */
export type Paint = (style: Style, text: string) => string

/** See https://no-color.org for `NO_COLOR`. */
export function paintFor(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): Paint {
  const hasColors = Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb'
  return (style, text) => (hasColors ? styleText(style, text) : text)
}
