import { once } from 'node:events'

/** Writes to the standard output, and waits where its reader is slower: else what is written would fill the memory. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
