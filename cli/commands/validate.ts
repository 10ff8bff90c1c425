import { readFile } from 'node:fs/promises'
import { Command, Flags } from '@oclif/core'
import { destination } from '../../src/destinations/inmoment'
import { DESTINATION_FOLDER, EXAMPLE_EVENTS } from '../project'
import { FOUND_PROBLEMS } from '../terminal/errors'
import { paintFor } from '../terminal/paint'
import { checkDefinition } from '../validate/check-definition'
import type { ExampleEvent } from '../validate/finding'
import { readElsewhere } from '../validate/read-elsewhere'
import { unreadSettings } from '../validate/unread-settings'

export default class Validate extends Command {
  static override summary = 'Check the definition, and name the place and the mend of all that is wrong with it.'
  static override description = `Looks at the actions and fields that presets name, triggers, labels and descriptions, defaults of required fields, presets that differ from the defaults, each preset's mapping over the example events, and settings that nothing reads. Ends with 1 where something is wrong.`
  static override flags = {
    json: Flags.boolean({ description: 'Print the findings as JSON.' })
  }
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<void> {
    const { flags } = await this.parse(Validate)
    const findings = [
      ...checkDefinition(destination, await exampleEvents()),
      ...(await unreadSettings(destination.settings ?? {}, DESTINATION_FOLDER, readElsewhere))
    ]
    if (findings.length > 0) process.exitCode = FOUND_PROBLEMS
    if (flags.json) return this.log(JSON.stringify({ valid: findings.length === 0, findings, readElsewhere }, null, 2))

    const paint = paintFor(process.stdout)
    for (const { place, problem, mend } of findings) {
      this.log(`${paint('red', '✗')} ${paint('bold', place)} ${problem}: ${mend}`)
    }
    if (findings.length > 0) return this.log(`${findings.length} to mend in ${destination.name}`)
    this.log(`${paint('green', '✓')} ${destination.name} is valid`)
    for (const [key, reader] of Object.entries(readElsewhere)) {
      this.log(`  the setting ${key} is read by ${reader}, not here`)
    }
  }
}

async function exampleEvents(): Promise<ExampleEvent[]> {
  const lines = (await readFile(EXAMPLE_EVENTS, 'utf8')).trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { event: ExampleEvent }).event)
}
