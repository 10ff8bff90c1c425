import { once } from 'node:events'

/** Writes to standard output. Waits for a slow reader, so that the output does not fill the memory. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
