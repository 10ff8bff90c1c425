import { readFileSync } from 'node:fs'
import { parse, tokenizer, type Options } from 'acorn'
import { ROOT } from '../support/run'

const bundle = readFileSync(`${ROOT}/dist/web/inmoment.js`, 'utf8')

/** Firefox 74 has the regular expressions of ES2017, and Safari 13.1 has no literals of big integers. */
const OLDEST: Options = { ecmaVersion: 2020 }
const OLDEST_PATTERNS: Options = { ecmaVersion: 2017 }

it('has only syntax and regular expressions that the oldest supported browsers have', () => {
  const tokens = [...tokenizer(bundle, OLDEST)].map(({ start, end, type }) => ({
    text: bundle.slice(start, end),
    label: type.label
  }))
  const patterns = tokens.filter(({ label }) => label === 'regexp').map(({ text }) => text)
  expect(patterns.length).toBeGreaterThan(20)
  for (const pattern of patterns) expect(() => parse(`(${pattern})`, OLDEST_PATTERNS)).not.toThrow()
  expect(tokens.filter(({ label, text }) => label === 'num' && text.endsWith('n'))).toEqual([])
})
