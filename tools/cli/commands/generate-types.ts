import { Command } from '@oclif/core'
import { destination } from '../../../src/destinations/inmoment'
import { DESTINATION_FOLDER } from '../../project'
import { generateFlags, writeOrCheck } from '../generate/command'
import { createTypeFiles } from '../generate/type-files'

export default class GenerateTypes extends Command {
  static override summary = 'Write generated-types.ts for the settings and for each action.'
  static override flags = generateFlags
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --check']

  async run(): Promise<void> {
    const { flags } = await this.parse(GenerateTypes)
    await writeOrCheck(await createTypeFiles(destination, DESTINATION_FOLDER), flags, './bin/run generate:types')
  }
}
