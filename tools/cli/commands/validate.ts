import { readFile } from 'node:fs/promises'
import { Command, Flags } from '@oclif/core'
import { destination } from '../../../src/destinations/inmoment'
import { EXAMPLE_EVENTS } from '../../project'
import { readMappingSource, readSettingsSource, type MappingSource } from '../mapping-source'
import { createColorize } from '../terminal/colors'
import { FOUND_PROBLEMS } from '../terminal/errors'
import { print } from '../terminal/output'
import { checkDefinition } from '../validate/check-definition'
import { checkMappings, checkSettings, isFailure } from '../validate/check-mappings'
import type { ExampleEvent } from '../validate/definition-problem'
import { formatReport, toJson } from '../validate/format-report'

export default class Validate extends Command {
  static override summary =
    'Check the mappings and settings of a site, or the definition. Print the place of each problem.'
  static override description = `With --mapping or --settings, checks without events that triggers mean what they look like; that actions, fields, choices, directives and settings exist and work in browsers; that required fields are mapped; and that no two mappings request a survey for the same event. The exit code is 1 if there are errors or warnings. Notes do not change it.

Without them, checks the definition: that presets use existing actions and fields and match the defaults, that triggers are valid, that labels and descriptions exist, that required fields have defaults, and that each preset works with the example events. The exit code is 1 if there are problems.`
  static override flags = {
    mapping: Flags.string({
      description: 'A file with mappings, or a case URL of the action tester.',
      helpValue: 'FILE'
    }),
    settings: Flags.string({ description: 'The destination’s settings, as JSON or as a file.', helpValue: 'JSON' }),
    json: Flags.boolean({ description: 'Print the problems as JSON.' })
  }
  static override examples = [
    '<%= config.bin %> <%= command.id %>',
    '<%= config.bin %> <%= command.id %> --mapping mapping.json',
    '<%= config.bin %> <%= command.id %> --mapping mapping.json --settings settings.json --json'
  ]

  async run(): Promise<void> {
    const { flags } = await this.parse(Validate)
    const mapping = flags.mapping === undefined ? undefined : await readMappingSource(flags.mapping)
    const settings = flags.settings === undefined ? undefined : await readSettingsSource(flags.settings)
    await (mapping || settings ? validateSite(mapping, settings, flags.json) : validateDefinition(flags.json))
  }
}

async function validateSite(mapping?: MappingSource, settings?: MappingSource, json = false): Promise<void> {
  const problems = [...(mapping ? checkMappings(mapping) : []), ...(settings ? checkSettings(settings) : [])]
  const isValid = !problems.some(isFailure)
  if (!isValid) process.exitCode = FOUND_PROBLEMS
  if (json) return printResult(isValid, problems.map(toJson))
  const names = [mapping, settings].flatMap((source) => source?.name ?? [])
  await print(formatReport(names, problems, createColorize(process.stdout)))
}

async function validateDefinition(json: boolean): Promise<void> {
  const problems = checkDefinition(destination, await readExampleEvents())
  const isValid = problems.length === 0
  if (!isValid) process.exitCode = FOUND_PROBLEMS
  if (json) return printResult(isValid, problems)

  const colorize = createColorize(process.stdout)
  for (const { path, message, fix } of problems) {
    await print(`${colorize('red', '✗')} ${colorize('bold', path)} ${message}: ${fix}\n`)
  }
  await print(
    isValid
      ? `${colorize('green', '✓')} ${destination.name} is valid\n`
      : `${destination.name} has problems: ${problems.length}\n`
  )
}

async function printResult(valid: boolean, problems: object[]): Promise<void> {
  await print(`${JSON.stringify({ valid, problems }, null, 2)}\n`)
}

async function readExampleEvents(): Promise<ExampleEvent[]> {
  const lines = (await readFile(EXAMPLE_EVENTS, 'utf8')).trim().split('\n')
  return lines.map((line) => (JSON.parse(line) as { event: ExampleEvent }).event)
}
