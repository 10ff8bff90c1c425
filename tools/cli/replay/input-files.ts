import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { glob, isDynamicPattern } from 'tinyglobby'
import { getErrorMessage } from '../mapping-checks/error-message'
import { UsageError } from '../terminal/errors'

/** The file name for standard input. */
export const STANDARD_INPUT = '-'

/** A file with recorded events. The size of standard input is unknown. */
export interface InputFile {
  name: string
  bytes?: number
}

/** Finds the files of file names, folders and globs, sorted by name. Throws a UsageError if there is none. */
export async function findInputFiles(names: string[]): Promise<InputFile[]> {
  return (await Promise.all(names.map(findFiles))).flat()
}

async function findFiles(name: string): Promise<InputFile[]> {
  if (name === STANDARD_INPUT) return [{ name }]
  const file = await stat(name).catch(() => undefined)
  if (file && !file.isDirectory()) return [{ name, bytes: file.isFile() ? file.size : undefined }]
  if (!file && !isDynamicPattern(name)) throw new UsageError(`cannot read ${name}: the file does not exist`)
  const found = await glob(file ? ['**/*'] : [name], { cwd: file ? name : process.cwd(), absolute: false })
  if (found.length === 0) throw new UsageError(`${name} has no files`)
  const paths = found.sort().map((path) => (file ? `${name.replace(/\/$/, '')}/${path}` : path))
  return Promise.all(paths.map(async (path) => ({ name: path, bytes: (await stat(path)).size })))
}

/** Streams the text of a file, decompressed if its content is gzip. Throws an error that names the file. */
export async function* streamText({ name }: InputFile, onBytes: (bytes: number) => void): AsyncGenerator<string> {
  const source = (name === STANDARD_INPUT ? process.stdin : createReadStream(name)) as AsyncIterable<Buffer>
  const chunks = source[Symbol.asyncIterator]()
  try {
    const first = await chunks.next()
    const isGzip = !first.done && first.value[0] === 0x1f && first.value[1] === 0x8b
    const bytes = Readable.from(countBytes(first, chunks, onBytes), { objectMode: false })
    yield* (isGzip ? decompress(bytes) : bytes).setEncoding('utf8') as AsyncIterable<string>
  } catch (error) {
    throw new Error(`cannot read ${name}: ${getErrorMessage(error)}`)
  }
}

function decompress(bytes: Readable): Readable {
  const decompressed = createGunzip()
  bytes.on('error', (error) => decompressed.destroy(error))
  return bytes.pipe(decompressed)
}

async function* countBytes(
  first: IteratorResult<Buffer>,
  chunks: AsyncIterator<Buffer>,
  onBytes: (bytes: number) => void
): AsyncGenerator<Buffer> {
  for (let next = first; !next.done; next = await chunks.next()) {
    onBytes(next.value.length)
    yield next.value
  }
}
