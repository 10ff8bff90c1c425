import { gzipSync } from 'node:zlib'

/** Returns the size after gzip, in bytes. */
export function getGzipSize(content: string | Uint8Array): number {
  return gzipSync(content, { level: 9 }).length
}
