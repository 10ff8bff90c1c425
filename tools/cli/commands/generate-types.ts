import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join, relative } from 'node:path'
import { Command, Flags } from '@oclif/core'
import { destination } from '../../../src/destinations/inmoment'
import { DESTINATION_FOLDER, ROOT } from '../../project'
import { generateFlags, writeOrCheck } from '../generate/command'
import { createTypeFiles } from '../generate/type-files'
import { watchSources } from '../generate/watch-sources'
import { print } from '../terminal/output'

export default class GenerateTypes extends Command {
  static override summary = 'Write generated-types.ts for the settings and for each action.'
  static override flags = {
    ...generateFlags,
    watch: Flags.boolean({
      description: 'Write the files again whenever the definition changes.',
      exclusive: ['check', 'json']
    })
  }
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --check',
    '<%= config.bin %> <%= command.id %> --watch'
  ]

  async run(): Promise<void> {
    const { flags } = await this.parse(GenerateTypes)
    await writeOrCheck(await createTypeFiles(destination, DESTINATION_FOLDER), flags, './bin/run generate:types')
    if (!flags.watch) return
    await watchSources(DESTINATION_FOLDER, generateInNewProcess)
    await print(`Watching ${relative(ROOT, DESTINATION_FOLDER)} (Ctrl+C stops it)\n`)
    await new Promise(() => undefined)
  }
}

/** This process has already loaded the definition. If the new one has an error, the process prints it. */
async function generateInNewProcess(): Promise<void> {
  await once(spawn(process.execPath, [join(ROOT, 'bin/run'), 'generate:types'], { stdio: 'inherit' }), 'exit')
}
