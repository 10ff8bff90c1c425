import fc from 'fast-check'
import { convertLanguage } from '../../destinations/inmoment/conversions/language'
import { ANY_VALUE } from '../../../test/support/any-value'

const warn = jest.fn<undefined, [name: string, problem: string]>()

beforeEach(() => warn.mockClear())

/** InMoment's codes since September 2020, and the former codes. */
const CODES = [
  ...'AR BE BG ZH_HANS ZH_HANT CZ DA NL NL_NL_X_INFORMAL EN ET FI FR DE DE_DE_X_INFORMAL EL HU ID IT JA KO LT LV MS'.split(
    ' '
  ),
  ...'NO PL PT PT_PT RO RU SL ES ES_MX SV TH TR UK VI CN_S CN_T VN'.split(' ')
]

/** Languages whose locales have one code only, by ISO 639. */
const BASES = {
  ar: 'AR',
  be: 'BE',
  bg: 'BG',
  cs: 'CZ',
  da: 'DA',
  nb: 'NO',
  nn: 'NO',
  no: 'NO',
  en: 'EN',
  fr: 'FR',
  it: 'IT',
  ja: 'JA',
  pl: 'PL',
  ru: 'RU',
  sv: 'SV',
  uk: 'UK',
  vi: 'VI'
}

const regions = fc.oneof(fc.stringMatching(/^[A-Z]{2}$/), fc.stringMatching(/^\d{3}$/))
const scripts = fc.constantFrom('Latn', 'Cyrl', 'Arab')
const separators = fc.constantFrom('-', '_')
const casings = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toLowerCase(),
  (text: string) => text.toUpperCase()
)

it('converts a language with any region or script, in any case, with any separator, to the code of the language', () => {
  const bases = fc.constantFrom(...Object.entries(BASES))
  const rests = fc.oneof(fc.constant([]), fc.tuple(regions), fc.tuple(scripts), fc.tuple(scripts, regions))
  fc.assert(
    fc.property(bases, rests, separators, casings, ([base, code], rest, separator, changeCase) => {
      expect(convertLanguage(changeCase([base, ...rest].join(separator)), 'language', warn)).toBe(code)
    })
  )
  expect(warn).not.toHaveBeenCalled()
})

it('returns a code, null or undefined for any value, never throws, and warns about null at most once', () => {
  const values = fc.oneof(fc.anything(ANY_VALUE), fc.string(), fc.stringMatching(/^[a-zA-Z]{1,4}([-_][a-zA-Z]{2,4})?$/))
  fc.assert(
    fc.property(values, (value) => {
      warn.mockClear()
      const code = convertLanguage(value, 'language', warn)
      expect(code === null || code === undefined || CODES.includes(code)).toBe(true)
      const isDropped = code === null && value !== null && value !== ''
      expect(warn).toHaveBeenCalledTimes(isDropped ? 1 : 0)
    }),
    { numRuns: 2000 }
  )
})
