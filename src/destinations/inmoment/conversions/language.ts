import type { Warn } from '../warnings'
import { toText } from './text'

/**
 * InMoment's language codes, each with the locales it stands for (BCP 47, in upper case with `_`).
 *
 * The codes are those of https://github.com/Wootric/slate since September 2020; CN_S, CN_T and VN are the former codes
 * there. A code stands for its own locale. Locales that differ from the code: Czech, Norwegian and the scripts of Chinese
 * by https://www.iana.org/assignments/language-subtag-registry, Chinese regions by the likely subtags of
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

/** RFC 5646 expects no longer locale. */
const MAX_LENGTH = 35

/**
 * InMoment's code for a language: a code in any case, otherwise the closest one for a locale such as `en-US`, `pt_BR` or
 * `zh-Hant-TW`, whose last parts are left out until one is found. `null` clears the language: empty text, or, with a
 * warning, a value without a code.
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
