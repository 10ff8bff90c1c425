import type { BaseActionDefinition, GlobalSetting, InputField } from '@segment/actions-core'
import type { BrowserDestinationDefinition } from '@segment/browser-destination-runtime/types'

/** The parts of a definition that `metadata.json` describes. */
export type DescribedDestination = Pick<
  BrowserDestinationDefinition,
  'name' | 'slug' | 'mode' | 'description' | 'settings' | 'presets'
> & { actions: Record<string, BaseActionDefinition> }

type Preset = NonNullable<DescribedDestination['presets']>[number]

type NestedField = Omit<InputField, 'description'> & { description?: string }

/**
 * Creates the content of `metadata.json`, byte for byte as Segment's own tool, which writes most keys even if they are
 * not set. Browser destinations have no audiences, batches, sync modes, hooks or dynamic fields.
 *
 * https://github.com/segmentio/action-destinations/blob/main/packages/cli/src/commands/generate/metadata-payload.ts
 */
export function createMetadata(destination: DescribedDestination): string {
  const { slug, name, mode, description, settings = {}, actions, presets = [] } = destination
  const metadata = {
    slug,
    name,
    mode,
    description,
    authentication: { scheme: 'custom', fields: describeEach(settings, describeSetting) },
    audienceConfig: null,
    actions: describeEach(actions, describeAction),
    presets: presets.map(describePreset)
  }
  return `${JSON.stringify(metadata, null, 2)}\n`
}

function describeSetting(setting: GlobalSetting): Record<string, unknown> {
  return {
    label: setting.label,
    description: setting.description,
    type: setting.type,
    required: setting.required ?? false,
    multiple: setting.multiple ?? false,
    choices: describeChoices(setting.choices),
    default: orNull(setting.default),
    depends_on: orNull(setting.depends_on)
  }
}

function describeAction(action: BaseActionDefinition): Record<string, unknown> {
  return {
    title: action.title,
    description: action.description,
    platform: action.platform,
    defaultSubscription: orNull(action.defaultSubscription),
    hidden: action.hidden ?? false,
    hasPerformBatch: false,
    syncMode: null,
    hooks: null,
    dynamicFields: null,
    fields: describeEach(action.fields, describeField)
  }
}

function describeField(field: NestedField): Record<string, unknown> {
  return {
    label: field.label,
    description: field.description,
    type: field.type,
    required: field.required ?? false,
    multiple: field.multiple ?? false,
    allowNull: field.allowNull ?? false,
    dynamic: Boolean(field.dynamic),
    default: orNull(field.default),
    choices: describeChoices(field.choices),
    placeholder: orNull(field.placeholder),
    properties: field.properties ? describeEach(field.properties, describeField) : null,
    category: orNull(field.category),
    depends_on: orNull(field.depends_on),
    readOnly: orNull(field.readOnly),
    hidden: orNull(field.unsafe_hidden),
    minimum: orNull(field.minimum),
    maximum: orNull(field.maximum),
    defaultObjectUI: orNull(field.defaultObjectUI),
    disabledInputMethods: orNull(field.disabledInputMethods),
    displayMode: orNull(field.displayMode),
    format: orNull(field.format),
    additionalProperties: field.additionalProperties ?? false
  }
}

function describePreset(preset: Preset): Record<string, unknown> {
  return {
    name: preset.name,
    type: preset.type,
    partnerAction: preset.partnerAction,
    subscribe: 'subscribe' in preset ? preset.subscribe : undefined,
    mapping: preset.mapping ?? {},
    eventSlug: null
  }
}

/** Segment's tool writes a choice without a label as an object, too. */
function describeChoices(choices: GlobalSetting['choices'] | InputField['choices']): object[] | null {
  if (!choices?.length) return null
  return choices.map((choice) => (typeof choice === 'object' ? choice : { label: choice, value: choice }))
}

function describeEach<Part>(
  parts: Record<string, Part>,
  describe: (part: Part) => Record<string, unknown>
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, describe(part)]))
}

function orNull<Value>(value: Value | undefined): Value | null {
  return value ?? null
}
