import { resolve } from 'node:path'
import { Command, Flags } from '@oclif/core'
import { buildTester } from '../../tester/build-tester'
import { print } from '../terminal/output'

export default class BuildTester extends Command {
  static override summary = 'Write the action tester as a static site, which runs under any path.'
  static override flags = {
    out: Flags.string({ description: 'The folder to write.', default: 'tools/tester/dist', helpValue: 'FOLDER' })
  }
  static override examples = ['<%= config.bin %> <%= command.id %> --out public/tester']

  async run(): Promise<void> {
    const { flags } = await this.parse(BuildTester)
    await buildTester(resolve(flags.out))
    await print(`The action tester is in ${flags.out}\n`)
  }
}
