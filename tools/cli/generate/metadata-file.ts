import { join } from 'node:path'
import { formatFile, type GeneratedFile } from './generated-files'
import { createMetadata, type DescribedDestination } from './metadata'

export function createMetadataFile(destination: DescribedDestination, folder: string): Promise<GeneratedFile> {
  return formatFile(join(folder, 'metadata.json'), JSON.stringify(createMetadata(destination)))
}
