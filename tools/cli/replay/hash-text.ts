/**
 * A 32-bit hash of a text: FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/) over UTF-16 code units, with the final mix
 * of MurmurHash3, so that all bits depend on all characters. Much faster than a cryptographic hash for short IDs.
 */
export function hashText(text: string, seed = 0): number {
  let hash = 0x811c9dc5 ^ seed
  for (let index = 0; index < text.length; index++) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
