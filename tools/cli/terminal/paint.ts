import { styleText } from 'node:util'

type Style = Parameters<typeof styleText>[0]

/** Colours a text for a stream, or leaves it as it is where the stream is no terminal or the user wants no colour. */
export type Paint = (style: Style, text: string) => string

/** See https://no-color.org for `NO_COLOR`. */
export function paintFor(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv = process.env): Paint {
  const colours = Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb'
  return (style, text) => (colours ? styleText(style, text) : text)
}
