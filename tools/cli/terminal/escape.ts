/**
 * Characters that change what a terminal shows or does: C0, DEL and C1 controls, bidirectional controls
 * (https://www.unicode.org/reports/tr9/#Directional_Formatting_Characters), and the line and paragraph separators.
 */
const CONTROLS = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu

/** The same without line feed and tab. Leaves the colors that `createColorize` adds. */
// eslint-disable-next-line no-control-regex
