import type { BaseActionDefinition, GlobalSetting, InputField } from '@segment/actions-core'
import type { BrowserDestinationDefinition } from '@segment/browser-destination-runtime/types'

/** The parts of a definition that `metadata.json` describes. */
export type DescribedDestination = Pick<
  BrowserDestinationDefinition,
  'name' | 'slug' | 'mode' | 'description' | 'settings' | 'presets'
> & { actions: Record<string, BaseActionDefinition> }

type Preset = NonNullable<DescribedDestination['presets']>[number]

type NestedField = Omit<InputField, 'description'> & { description?: string }

/** Parts that only server-side definitions have. The types of browser definitions do not include them. */
interface ServerSide {
  audienceConfig?: unknown
  performBatch?: unknown
  syncMode?: unknown
  hooks?: unknown
  dynamicFields?: object
  eventSlug?: unknown
}

/**
 * Creates the metadata in the format of Segment's own tool, which writes every key, with `null` or `false` if it is not
 * set: https://github.com/segmentio/action-destinations/blob/main/packages/cli/src/commands/generate/metadata-payload.ts
 */
export function createMetadata(destination: DescribedDestination): Record<string, unknown> {
  const { audienceConfig }: ServerSide = destination as ServerSide
  return {
    slug: orNull(destination.slug),
    name: destination.name,
    mode: destination.mode,
    description: orNull(destination.description),
    authentication: { scheme: 'custom', fields: describeEach(destination.settings ?? {}, describeSetting) },
    audienceConfig: orNull(audienceConfig),
    actions: describeEach(destination.actions, describeAction),
    presets: (destination.presets ?? []).map(describePreset)
  }
}

function describeSetting(setting: GlobalSetting): Record<string, unknown> {
  return {
    label: orNull(setting.label),
    description: orNull(setting.description),
    type: setting.type,
    required: setting.required ?? false,
    multiple: setting.multiple ?? false,
    choices: orNull(setting.choices),
    default: orNull(setting.default),
    depends_on: orNull(setting.depends_on)
  }
}

function describeAction(action: BaseActionDefinition): Record<string, unknown> {
  const { performBatch, syncMode, hooks, dynamicFields }: ServerSide = action as ServerSide
  return {
    title: action.title,
    description: orNull(action.description),
    platform: orNull(action.platform),
    defaultSubscription: orNull(action.defaultSubscription),
    hidden: action.hidden ?? false,
    hasPerformBatch: performBatch !== undefined,
    syncMode: orNull(syncMode),
    hooks: orNull(hooks),
    dynamicFields: dynamicFields ? Object.keys(dynamicFields) : null,
    fields: describeEach(action.fields, describeField)
  }
}

function describeField(field: NestedField): Record<string, unknown> {
  return {
    label: orNull(field.label),
    description: orNull(field.description),
    type: field.type,
    required: field.required ?? false,
    multiple: field.multiple ?? false,
    allowNull: field.allowNull ?? false,
    dynamic: Boolean(field.dynamic),
    default: orNull(field.default),
    choices: orNull(field.choices),
    placeholder: orNull(field.placeholder),
    properties: field.properties ? describeEach(field.properties, describeField) : null,
    category: orNull(field.category),
    depends_on: orNull(field.depends_on),
    readOnly: field.readOnly ?? false,
    hidden: field.unsafe_hidden ?? false,
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
  const { eventSlug }: ServerSide = preset as ServerSide
  return {
    name: orNull(preset.name),
    type: preset.type,
    partnerAction: preset.partnerAction,
    subscribe: 'subscribe' in preset ? preset.subscribe : null,
    mapping: orNull(preset.mapping),
    eventSlug: orNull(eventSlug)
  }
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
