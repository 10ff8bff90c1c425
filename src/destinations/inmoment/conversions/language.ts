import type { Warn } from '../warnings'
import { toText } from './text'

/**
 * InMoment's language code for each locale (BCP 47, in upper case with `_`).
 *
 * The codes are from https://github.com/Wootric/slate (September 2020), with the former codes CN_S, CN_T and VN. Locales
 * that differ from their code: Czech, Norwegian and the Chinese scripts follow
 * https://www.iana.org/assignments/language-subtag-registry, Chinese regions the likely subtags of
 * https://cldr.unicode.org.
 */
const LANGUAGES = new Map([
  ...'AR BE BG DA NL NL_NL_X_INFORMAL EN ET FI FR DE DE_DE_X_INFORMAL EL HU ID IT JA KO LT LV MS PL PT PT_PT RO RU SL ES ES_MX SV TH TR UK VI CZ NO ZH_HANS ZH_HANT CN_S CN_T VN'
    .split(' ')
    .map((code) => [code, code] as const),
  ['CS', 'CZ'],
  ['NB', 'NO'],
  ['NN', 'NO'],
  ['ZH', 'ZH_HANS'],
  ['ZH_TW', 'ZH_HANT'],
  ['ZH_HK', 'ZH_HANT'],
  ['ZH_MO', 'ZH_HANT']
])

/** In characters: longer locales are not expected (https://www.rfc-editor.org/rfc/rfc5646#section-4.4.1). */
const MAX_LENGTH = 35

/**
 * Converts a language to InMoment's code. Accepts codes in any case, and locales such as `en-US`, `pt_BR` or `zh-Hant-TW`,
 * whose last parts are removed until a code is found. Returns `undefined` to keep the language, and `null` to clear it:
 * for empty text, and with a warning for a language without a code.
 */
export function toLanguage(value: unknown, name: string, warn: Warn): string | null | undefined {
  const text = toText(value, name, warn)
  if (!text) return text
  const parts = text
    .trim()
    .slice(0, MAX_LENGTH)
    .replace(/[.@].*/, '')
    .toUpperCase()
    .split(/[-_]/)
  for (; parts.length > 0; parts.pop()) {
    const code = LANGUAGES.get(parts.join('_'))
    if (code) return code
  }
  warn(name, 'was dropped because InMoment has no such language')
  return null
}
