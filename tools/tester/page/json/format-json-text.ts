import { applyEdits, format } from 'jsonc-parser'

const OPTIONS = { insertSpaces: true, tabSize: 2, eol: '\n' }

/** Formats a JSON text. Values and broken parts stay as they are. */
export function formatJsonText(text: string): string {
  return applyEdits(text, format(text, undefined, OPTIONS))
}
