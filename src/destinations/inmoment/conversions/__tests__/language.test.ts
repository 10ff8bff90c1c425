import { convertLanguage } from '../language'

const warn = jest.fn<undefined, [name: string, problem: string]>()

beforeEach(() => warn.mockClear())

/** InMoment's current and former codes. */
const CODES =
  'AR BE BG ZH_HANS ZH_HANT CZ DA NL NL_NL_X_INFORMAL EN ET FI FR DE DE_DE_X_INFORMAL EL HU ID IT JA KO LT LV MS NO PL PT PT_PT RO RU SL ES ES_MX SV TH TR UK VI CN_S CN_T VN'.split(
    ' '
  )

it.each(CODES)('keeps the code %s, in any case and with any separator', (code) => {
  expect(convertLanguage(code, 'language', warn)).toBe(code)
  expect(convertLanguage(code.toLowerCase().replace(/_/g, '-'), 'language', warn)).toBe(code)
  expect(warn).not.toHaveBeenCalled()
})

it.each([
  ['en-US', 'EN'],
  ['EN_us', 'EN'],
  ['pt_BR', 'PT'],
  ['pt-PT', 'PT_PT'],
  ['fr-CA', 'FR'],
  ['zh', 'ZH_HANS'],
  ['zh-CN', 'ZH_HANS'],
  ['zh-TW', 'ZH_HANT'],
  ['zh-HK', 'ZH_HANT'],
  ['zh-Hant-TW', 'ZH_HANT'],
  ['zh-Hans-CN', 'ZH_HANS'],
  ['nb-NO', 'NO'],
  ['nn-NO', 'NO'],
  ['cs', 'CZ'],
  ['cs-CZ', 'CZ'],
  ['uk-UA', 'UK'],
  ['es-AR', 'ES'],
  ['es-419', 'ES'],
  ['es-MX', 'ES_MX'],
  ['de-DE-x-informal', 'DE_DE_X_INFORMAL'],
  ['de_DE.UTF-8', 'DE']
])('converts the locale %s to %s', (locale, code) => {
  expect(convertLanguage(locale, 'language', warn)).toBe(code)
})

it.each(['python', 'ruby', 'x', '12', 'english', 'hr', '-', 'e n'])(
  'drops %s with a warning without the value',
  (text) => {
    expect(convertLanguage(text, 'language', warn)).toBeNull()
    expect(warn.mock.calls).toEqual([['language', expect.stringContaining('was dropped')]])
  }
)

it('clears the language for an empty string, and keeps it for undefined', () => {
  expect(convertLanguage('', 'language', warn)).toBeNull()
  expect(convertLanguage(undefined, 'language', warn)).toBeUndefined()
  expect(warn).not.toHaveBeenCalled()
})
