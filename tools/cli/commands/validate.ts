import { readFile } from 'node:fs/promises'
import { Command, Flags } from '@oclif/core'
import { destination } from '../../../src/destinations/inmoment'
import { EXAMPLE_EVENTS } from '../../project'
import { createColorize } from '../terminal/colors'
import { FOUND_PROBLEMS } from '../terminal/errors'
import { checkDefinition } from '../validate/check-definition'
import type { ExampleEvent } from '../validate/definition-problem'

export default class Validate extends Command {
  static override summary = 'Check the definition. Print the path and the fix of each problem.'
  static override description = `Checks that presets use existing actions and fields and match the defaults, that triggers are valid, that labels and descriptions exist, that required fields have defaults, and that each preset works with the example events. The exit code is 1 if there are problems.`
  static override flags = {
    json: Flags.boolean({ description: 'Print the problems as JSON.' })
  }
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<void> {
    const { flags } = await this.parse(Validate)
    const problems = checkDefinition(destination, await readExampleEvents())
    if (problems.length > 0) process.exitCode = FOUND_PROBLEMS
    if (flags.json) return this.log(JSON.stringify({ valid: problems.length === 0, problems }, null, 2))

    const colorize = createColorize(process.stdout)
    for (const { path, message, fix } of problems) {
      this.log(`${colorize('red', '✗')} ${colorize('bold', path)} ${message}: ${fix}`)
    }
    if (problems.length > 0) return this.log(`${destination.name} has problems: ${problems.length}`)
    this.log(`${colorize('green', '✓')} ${destination.name} is valid`)
  }
}

async function readExampleEvents(): Promise<ExampleEvent[]> {
  const lines = (await readFile(EXAMPLE_EVENTS, 'utf8')).trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { event: ExampleEvent }).event)
}
