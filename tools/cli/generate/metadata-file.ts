import { join } from 'node:path'
import { formatted, type GeneratedFile } from './generated-files'
import { metadataOf, type DescribedDestination } from './metadata'

/** `metadata.json` of a destination. */
export function metadataFile(destination: DescribedDestination, folder: string): Promise<GeneratedFile> {
  return formatted(join(folder, 'metadata.json'), JSON.stringify(metadataOf(destination)))
}
