import { compressToEncodedURIComponent, decompressFromEncodedURIComponent } from 'lz-string'
import { isJsonObject } from './is-json-object'

/** In the part of a URL after `#`. The number is the version of the format. */
const PREFIX = 'case=1.'

/** In characters. Chats and browsers shorten or reject longer URLs. */
export const MAX_CASE_URL = 32_000

/** In characters of JSON: a short URL can expand to any size. */
const MAX_CASE = 1_000_000

/** The hash of a URL with this case, an object that JSON can represent. Throws if it is too long to share. */
export function encodeCase(value: object): string {
  const hash = `#${PREFIX}${compressToEncodedURIComponent(JSON.stringify(value))}`
  if (hash.length > MAX_CASE_URL) throw new Error('The case is too long for a URL. Export it as a file instead.')
  return hash
}

/** Whether a text is a URL, or its hash, that contains a case. */
export function hasCase(url: string): boolean {
  return url.includes('#case=')
}

/** The case of a URL or its hash. Throws with a message for people if there is none, or if it is damaged or too long. */
export function decodeCase(url: string): Record<string, unknown> {
  const hash = url.slice(url.indexOf('#') + 1)
  if (!hash.startsWith(PREFIX)) {
    throw new Error(
      hash.startsWith('case=') ? 'The URL is from another version of the action tester.' : 'The URL has no case.'
    )
  }
  if (hash.length > MAX_CASE_URL) throw new Error('The URL is too long.')
  const json = decompressFromEncodedURIComponent(hash.slice(PREFIX.length))
  if (json && json.length > MAX_CASE) throw new Error('The case in the URL is too long.')
  const value = parsed(json)
  if (!isJsonObject(value)) throw new Error('The URL is damaged or incomplete.')
  return value
}

function parsed(json: string | null): unknown {
  try {
    return JSON.parse(json ?? '')
  } catch {
    return undefined
  }
}
