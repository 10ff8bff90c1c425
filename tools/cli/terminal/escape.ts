/** C0 except tab and newline, DEL, C1, and characters that change the direction of text. */
// eslint-disable-next-line no-control-regex -- Finds exactly these.
const UNSAFE = /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

/**
 * Replaces characters that control the terminal with visible escapes such as `\u001b`. Names and values of events can
 * contain them, and a terminal would run them, for example to write the clipboard.
 */
export function escapeTerminal(text: string): string {
  return text.replace(UNSAFE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
