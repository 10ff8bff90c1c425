import type { InputField } from '@segment/actions-core'
import { destination } from '../../src/destinations/inmoment'
import { table } from './markers'

/** The settings as Segment's app shows them. */
export function settingsTable(): string {
  const rows = Object.entries(destination.settings ?? {}).map(([key, { label, description, required, ...setting }]) => [
    `${label} (\`${key}\`${required === true ? ', required' : ''})`,
    defaultText(setting.default),
    description + choicesText(setting.choices ?? [])
  ])
  return table(['Setting', 'Default', 'Description'], rows)
}

/** The presets, as Segment's page of a destination lists them. */
export function presetsTable(): string {
  const presets = (destination.presets ?? []).filter((preset) => preset.type === 'automatic')
  const rows = presets.map(({ name = '', subscribe, partnerAction }) => [
    name,
    `\`${subscribe}\``,
    destination.actions[partnerAction]?.title ?? ''
  ])
  return table(['Preset', 'Trigger', 'Action'], rows)
}

/** All actions with their fields, as Segment's page of a destination describes them. */
export function actionSections(): string {
  const sections = Object.values(destination.actions).map(({ title, description, defaultSubscription, fields }) =>
    [`### ${title}`, description, `Default trigger: \`${defaultSubscription ?? ''}\``, fieldsTable(fields)].join('\n\n')
  )
  return sections.join('\n\n')
}

/** For each action, the facts `fields:KEY` and `trigger:KEY`. */
export function fieldTables(): [name: string, fact: string][] {
  return Object.entries(destination.actions).flatMap(([key, { fields, defaultSubscription = '' }]) => [
    [`fields:${key}`, fieldsTable(fields)],
    [`trigger:${key}`, `\`${defaultSubscription}\``]
  ])
}

function fieldsTable(fields: Record<string, InputField>): string {
  const rows = Object.entries(fields).map(([field, { label, required, description, default: value }]) => [
    `${label} (\`${field}\`${required === true ? ', required' : ''})`,
    defaultText(value),
    description
  ])
  return table(['Field', 'Default', 'Description'], rows)
}

type Choices = NonNullable<InputField['choices']>

function choicesText(choices: readonly (Choices[number] | { value: unknown; label: string })[]): string {
  const texts = choices.map((choice) =>
    typeof choice === 'object' ? `\`${String(choice.value)}\` (${choice.label})` : `\`${choice}\``
  )
  return texts.length > 0 ? ` Values: ${texts.join(', ')}.` : ''
}

function defaultText(value: unknown): string {
  if (value === undefined) return 'none'
  if (typeof value === 'boolean') return value ? 'on' : 'off'
  return typeof value === 'string' ? `\`${value}\`` : pathsIn(value).join(', else ')
}

/** The paths of a directive, in the order in which they are tried. */
function pathsIn(directive: unknown): string[] {
  if (typeof directive !== 'object' || directive === null) return []
  if ('@path' in directive) return [`\`${String(directive['@path'])}\``]
  const branches = '@if' in directive ? (directive['@if'] as { then?: unknown; else?: unknown }) : {}
  return [...pathsIn(branches.then), ...pathsIn(branches.else)]
}
