import fc from 'fast-check'
import { convertLanguage } from '../../destinations/inmoment/conversions/language'

const warn = jest.fn<undefined, [name: string, problem: string]>()

beforeEach(() => warn.mockClear())

/** InMoment's current and former codes. */
const CODES =
  'AR BE BG ZH_HANS ZH_HANT CZ DA NL NL_NL_X_INFORMAL EN ET FI FR DE DE_DE_X_INFORMAL EL HU ID IT JA KO LT LV MS NO PL PT PT_PT RO RU SL ES ES_MX SV TH TR UK VI CN_S CN_T VN'.split(
    ' '
  )

it('returns a code or null for any string, even a long one', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constant('a-'.repeat(100_000))), (text) => {
      const code = convertLanguage(text, 'language', warn)
      expect(code === null || CODES.includes(code ?? '')).toBe(true)
    })
  )
})
