import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { getErrorMessage } from '../mapping-checks/error-message'
import { UsageError } from '../terminal/errors'

/** The file name for standard input. */
export const STANDARD_INPUT = '-'

/** A file with recorded events. The size of standard input is unknown. */
export interface InputFile {
  name: string
  bytes?: number
}

/** Checks all files first, so that a wrong name is reported before any event is replayed. */
export async function findInputFiles(names: string[]): Promise<InputFile[]> {
  return Promise.all(
    names.map(async (name) => {
      if (name === STANDARD_INPUT) return { name }
      const file = await stat(name).catch(() => undefined)
      if (!file) throw new UsageError(`cannot read ${name}: the file does not exist`)
      if (file.isDirectory()) throw new UsageError(`cannot read ${name}: it is a folder`)
      return { name, bytes: file.isFile() ? file.size : undefined }
    })
  )
}

/** Streams the text of a file. Decompresses files that end in .gz, the format in which Segment stores events. */
export function streamText({ name }: InputFile, onBytes: (bytes: number) => void): AsyncIterable<string> {
  const stream: Readable = name === STANDARD_INPUT ? process.stdin : createReadStream(name)
  stream.on('data', (chunk: Buffer | string) => onBytes(chunk.length))
  if (!name.endsWith('.gz')) return stream.setEncoding('utf8') as AsyncIterable<string>
  const decompressed = createGunzip()
  stream.on('error', (error) => decompressed.destroy(error))
  return addNameToErrors(name, stream.pipe(decompressed).setEncoding('utf8') as AsyncIterable<string>)
}

async function* addNameToErrors(name: string, texts: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* texts
  } catch (error) {
    throw new Error(`cannot decompress ${name}: ${getErrorMessage(error)}`)
  }
}
