import { Command } from '@oclif/core'
import { destination } from '../../../src/destinations/inmoment'
import { generateFlags, writeOrCheck } from '../generate/command'
import { metadataFile } from '../generate/metadata-file'
import { DESTINATION_FOLDER } from '../project'

export default class GenerateMetadataPayload extends Command {
  static override summary = 'Write metadata.json from the definition, in the format of Segment’s own tool.'
  static override flags = generateFlags
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --check']

  async run(): Promise<void> {
    const { flags } = await this.parse(GenerateMetadataPayload)
    const files = [await metadataFile(destination, DESTINATION_FOLDER)]
    await writeOrCheck(files, flags, './bin/run generate:metadata-payload')
  }
}
