declare module '@segment/isodate' {
  /** Whether the text is an ISO 8601 date; `strict` asks for year, month and day with hyphens. */
  export function is(text: string, strict?: boolean): boolean
  export function parse(text: string): Date
}
