/**
 * Characters that change what a terminal shows or does, or that end a line: C0, DEL and C1 controls, bidirectional
 * controls (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters), and Unicode's line separators.
 */
const CONTROLS = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu

/** The controls that JSON and JavaScript have short escapes for. */
const SHORT_ESCAPES = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t']
])

/** The colors that `createColorize` adds. */
// eslint-disable-next-line no-control-regex
const COLOR = /(\x1B\[(?:[12]|22|3[0-79])m)/

/**
 * Makes the control characters of a name or another value visible, such as `\u202e`. The escapes are those of JSON, so
 * that escaped JSON has the same value.
 */
export function escapeText(text: string): string {
  return text.replace(CONTROLS, (control) => SHORT_ESCAPES.get(control) ?? toEscape(control))
}

/** The same for a whole text: leaves line feeds and tabs. */
export function escapeTerminal(text: string): string {
  return text.replace(CONTROLS, (control) => (control === '\n' || control === '\t' ? control : escapeText(control)))
}

/** The same for a text with colors. Use `escapeText` for the values in it, which could have colors of their own. */
export function escapeOutput(text: string): string {
  if (!text.includes('\x1B')) return escapeTerminal(text)
  return text
    .split(COLOR)
    .map((part, index) => (index % 2 === 1 ? part : escapeTerminal(part)))
    .join('')
}

function toEscape(control: string): string {
  return `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`
}
