import fc from 'fast-check'
import { createColorize } from '../terminal/colors'
import { escapeTerminal, escapeOutput, escapeText } from '../terminal/escape'

/** Writes the clipboard of the terminal. */
const OSC_52 = '\x1B]52;c;cm0gLXJmIC8=\x07'

const controls = fc.constantFrom(
  ...Array.from({ length: 0x20 }, (_, code) => String.fromCharCode(code)),
  ...Array.from({ length: 0x21 }, (_, code) => String.fromCharCode(0x7f + code)),
  ...Array.from('\u061C\u200E\u200F\u2028\u2029\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069')
)
const texts = fc.string({ unit: fc.oneof(controls, fc.string({ minLength: 1, maxLength: 1, unit: 'binary' })) })

/** Finds control characters by their codes, not by the pattern that is tested. */
function findControls(text: string): string[] {
  return Array.from(text).filter((character) => {
    const code = character.codePointAt(0) ?? 0
    const isBidirectional =
      [0x61c, 0x200e, 0x200f].includes(code) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069)
    return code < 0x20 || (code >= 0x7f && code < 0xa0) || isBidirectional || code === 0x2028 || code === 0x2029
  })
}

it.each([
  [OSC_52, '\\u001b]52;c;cm0gLXJmIC8=\\u0007'],
  ['Order\u202Egpj', 'Order\\u202egpj'],
  ['a\nb\r\tc', 'a\\nb\\r\\tc'],
  ['\x7F\x9B31m', '\\u007f\\u009b31m'],
  ['Zoë “x” 日本 👩‍👩‍👧 עברית', 'Zoë “x” 日本 👩‍👩‍👧 עברית']
])('escapes %j', (text, escaped) => {
  expect(escapeText(text)).toBe(escaped)
})

it('leaves no control character in a text, and changes no other text', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(findControls(escapeText(text))).toEqual([])
      if (findControls(text).length === 0) expect(escapeText(text)).toBe(text)
    })
  )
})

it('escapes a text again without a change', () => {
  fc.assert(fc.property(texts, (text) => expect(escapeText(escapeText(text))).toBe(escapeText(text))))
})

it('leaves only line feeds and tabs in lines', () => {
  fc.assert(
    fc.property(texts, (text) => {
      const kept = findControls(escapeTerminal(text))
      expect(kept).toEqual(findControls(text).filter((control) => control === '\n' || control === '\t'))
    })
  )
})

it('keeps the value of JSON', () => {
  fc.assert(
    fc.property(fc.dictionary(texts, texts), (value) => {
      const json = `${JSON.stringify(value)}\n`
      expect(findControls(escapeOutput(json))).toEqual(['\n'])
      expect(JSON.parse(escapeOutput(json))).toEqual(value)
    })
  )
})

it('leaves the colors of the command line, but none in a colored value', () => {
  const colorize = createColorize({ isTTY: true }, {})
  const styles = fc.constantFrom('bold', 'dim', 'red', 'green', 'yellow', 'cyan')
  fc.assert(
    fc.property(styles, texts, (style, text) => {
      const colored = colorize(style, text)
      expect(escapeOutput(colored)).toBe(colored)
      expect(findControls(colored).filter((control) => control !== '\x1B')).toEqual([])
      // Older versions of Node decide on colors themselves.
      expect(['', '\x1B\x1B']).toContain(findControls(colored).join(''))
    })
  )
})

it('escapes every other sequence in output', () => {
  for (const sequence of [OSC_52, '\x1B[2J', '\x1B[8m', '\x1B[1;31m', '\x1B']) {
    expect(findControls(escapeOutput(`a${sequence}\n\tb`))).toEqual(['\n', '\t'])
  }
})
