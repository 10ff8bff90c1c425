import { gzipSync } from 'node:zlib'

/** The bytes that a visitor downloads. */
export function gzipSize(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length
}
