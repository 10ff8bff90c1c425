import { Command } from '@oclif/core'
import { destination } from '../../../src/destinations/inmoment'
import { generateFlags, writeOrCheck } from '../generate/command'
import { typeFiles } from '../generate/type-files'
import { DESTINATION_FOLDER } from '../project'

export default class GenerateTypes extends Command {
  static override summary = 'Write generated-types.ts for the settings and each action from the definition.'
  static override flags = generateFlags
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --check']

  async run(): Promise<void> {
    const { flags } = await this.parse(GenerateTypes)
    await writeOrCheck(await typeFiles(destination, DESTINATION_FOLDER), flags, './bin/run generate:types')
  }
}
