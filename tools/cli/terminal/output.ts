import { once } from 'node:events'

/** Writes to standard output. Waits if the reader is slower, so that memory stays bounded. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
