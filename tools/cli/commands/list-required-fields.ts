import { Command, Flags } from '@oclif/core'
import { destination } from '../../../src/destinations/inmoment'
import { findRequiredFields, type RequiredFields } from '../required-fields'
import { createColorize, type Colorize } from '../terminal/colors'
import { print } from '../terminal/output'

export default class ListRequiredFields extends Command {
  static override summary = 'List the required settings, and the required fields of each action.'
  static override flags = {
    json: Flags.boolean({ description: 'Print the keys as JSON, in the format of Segment’s own command line.' })
  }
  static override examples = ['<%= config.bin %> <%= command.id %>', '<%= config.bin %> <%= command.id %> --json']

  async run(): Promise<void> {
    const { flags } = await this.parse(ListRequiredFields)
    const required = findRequiredFields(destination)
    await print(flags.json ? formatJson(required) : formatList(required, createColorize(process.stdout)))
  }
}

function formatJson(required: RequiredFields): string {
  const keys = Object.entries(required).map(([part, fields]) => [part, fields.map(({ key }) => key)] as const)
  return `${JSON.stringify({ [destination.name]: Object.fromEntries<readonly string[]>(keys) }, null, 2)}\n`
}

function formatList(required: RequiredFields, colorize: Colorize): string {
  const lines = Object.entries(required).flatMap(([part, fields]) => [
    colorize('bold', part),
    ...(fields.length > 0 ? fields.map(({ key, label }) => `  ${key} (${label})`) : [colorize('dim', '  none')])
  ])
  return `${lines.join('\n')}\n`
}
