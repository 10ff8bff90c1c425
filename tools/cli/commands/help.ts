import { Args, Command, loadHelpClass } from '@oclif/core'

export default class Help extends Command {
  static override summary = 'Print all commands, or the flags and examples of one.'
  static override args = { command: Args.string({ description: 'The command.' }) }
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> replay']

  async run(): Promise<void> {
    const { args } = await this.parse(Help)
    const HelpClass = await loadHelpClass(this.config)
    const help = new HelpClass(this.config)
    await help.showHelp(args.command === undefined ? [] : [args.command])
  }
}
