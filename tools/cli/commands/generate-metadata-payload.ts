import { join } from 'node:path'
import { Command } from '@oclif/core'
import { destination } from '../../../src/destinations/inmoment'
import { ROOT } from '../../project'
import { generateFlags, writeOrCheck } from '../generate/command'
import { createMetadata } from '../generate/metadata'

export default class GenerateMetadataPayload extends Command {
  static override summary = 'Write metadata.json, the definition in the format of Segment’s own command line.'
  static override flags = generateFlags
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --check']

  async run(): Promise<void> {
    const { flags } = await this.parse(GenerateMetadataPayload)
    const files = [{ path: join(ROOT, 'metadata.json'), content: createMetadata(destination) }]
    await writeOrCheck(files, flags, './bin/run generate:metadata-payload')
  }
}
