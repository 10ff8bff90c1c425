import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { errorMessage } from '../mapping-checks/error-message'
import { UsageError } from '../terminal/errors'

/** The file name that stands for the standard input. */
export const STANDARD_INPUT = '-'

/** A recording: where it comes from, and how large it is where that is known. */
export interface Recording {
  name: string
  bytes?: number
}

/** Looks at the files first, so that a name that is wrong is told before anything is replayed. */
export async function recordings(names: string[]): Promise<Recording[]> {
  return Promise.all(
    names.map(async (name) => {
      if (name === STANDARD_INPUT) return { name }
      const file = await stat(name).catch(() => undefined)
      if (!file) throw new UsageError(`${name} cannot be read: there is no such file`)
      if (file.isDirectory()) throw new UsageError(`${name} is a folder, not a file`)
      return { name, bytes: file.isFile() ? file.size : undefined }
    })
  )
}

/** The text of a recording as it comes in; files that end in .gz are unpacked, as Segment writes them to storage. */
export function textOf({ name }: Recording, onBytes: (bytes: number) => void): AsyncIterable<string> {
  const stream: Readable = name === STANDARD_INPUT ? process.stdin : createReadStream(name)
  stream.on('data', (chunk: Buffer | string) => onBytes(chunk.length))
  if (!name.endsWith('.gz')) return stream.setEncoding('utf8') as AsyncIterable<string>
  const unpacked = createGunzip()
  stream.on('error', (error) => unpacked.destroy(error))
  return namingTheFile(name, stream.pipe(unpacked).setEncoding('utf8') as AsyncIterable<string>)
}

async function* namingTheFile(name: string, texts: AsyncIterable<string>): AsyncGenerator<string> {
  try {
    yield* texts
  } catch (error) {
    throw new Error(`${name} cannot be unpacked: ${errorMessage(error)}`)
  }
}
