import type { Warn } from '../warnings'
import { convertText } from './text'

/**
 * InMoment's language codes, by code and by locale (BCP 47, in upper case with `_`).
 *
 * Codes: https://github.com/Wootric/slate/blob/HEAD/source/includes/_custom_language.md. CN_S, CN_T and VN are former
 * codes from there. Locales that differ from the code:
 * - Czech, Norwegian and the scripts of Chinese: https://www.iana.org/assignments/language-subtag-registry
 * - Regions of Chinese: the likely subtags of https://cldr.unicode.org
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

/** In characters. The longest locale expected by https://www.rfc-editor.org/rfc/rfc5646#section-4.4.1. */
const MAX_LENGTH = 35

/**
 * Converts a language to InMoment's code. Accepts a code in any case, and a locale such as `en-US`, `pt_BR` or
 * `zh-Hant-TW`: its last parts are removed until a code matches.
 *
 * `undefined` stays `undefined`. `null` and an empty string become `null`, which clears the language. So does a value
 * without a code, with a warning.
 */
export function convertLanguage(value: unknown, name: string, warn: Warn): string | null | undefined {
  const text = convertText(value, name, warn)
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
