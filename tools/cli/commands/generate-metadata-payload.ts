import { Command } from '@oclif/core'
import { destination } from '../../../src/destinations/inmoment'
import { DESTINATION_FOLDER } from '../../project'
import { generateFlags, writeOrCheck } from '../generate/command'
import { createMetadataFile } from '../generate/metadata-file'

export default class GenerateMetadataPayload extends Command {
  static override summary = 'Write metadata.json, the definition in the format of Segment’s own command line.'
  static override flags = generateFlags
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --check']

  async run(): Promise<void> {
    const { flags } = await this.parse(GenerateMetadataPayload)
    const files = [await createMetadataFile(destination, DESTINATION_FOLDER)]
    await writeOrCheck(files, flags, './bin/run generate:metadata-payload')
  }
}
