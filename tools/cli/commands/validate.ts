import { readFile } from 'node:fs/promises'
import { Command, Flags } from '@oclif/core'
import { destination } from '../../../src/destinations/inmoment'
import { EXAMPLE_EVENTS } from '../project'
import { FOUND_PROBLEMS } from '../terminal/errors'
import { paintFor } from '../terminal/paint'
import { checkDefinition } from '../validate/check-definition'
import type { ExampleEvent } from '../validate/finding'

export default class Validate extends Command {
  static override summary = 'Check the definition, and show the place and the fix of each problem.'
  static override description = `Checks the actions and fields of presets, triggers, labels and descriptions, defaults of required fields, differences between presets and defaults, and each preset's mapping with the example events. Exit code 1 if there are problems.`
  static override flags = {
    json: Flags.boolean({ description: 'Print the findings as JSON.' })
  }
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<void> {
    const { flags } = await this.parse(Validate)
    const findings = checkDefinition(destination, await exampleEvents())
    if (findings.length > 0) process.exitCode = FOUND_PROBLEMS
    if (flags.json) return this.log(JSON.stringify({ valid: findings.length === 0, findings }, null, 2))

    const paint = paintFor(process.stdout)
    for (const { place, problem, fix } of findings) {
      this.log(`${paint('red', '✗')} ${paint('bold', place)} ${problem}: ${fix}`)
    }
    if (findings.length > 0) return this.log(`${findings.length} problems in ${destination.name}`)
    this.log(`${paint('green', '✓')} ${destination.name} is valid`)
  }
}

async function exampleEvents(): Promise<ExampleEvent[]> {
  const lines = (await readFile(EXAMPLE_EVENTS, 'utf8')).trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { event: ExampleEvent }).event)
}
