import { once } from 'node:events'
import { escapeOutput } from './escape'

/** Writes to standard output. Waits for a slow reader, so that the output does not fill the memory. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(escapeOutput(text))) await once(process.stdout, 'drain')
}

/** Writes to standard error. */
export function printError(text: string): void {
  process.stderr.write(escapeOutput(text))
}
