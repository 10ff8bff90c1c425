import type { BaseActionDefinition, GlobalSetting, InputField } from '@segment/actions-core'
import type { BrowserDestinationDefinition } from '@segment/browser-destination-runtime/types'

/** A definition without the functions of its actions. */
export type DescribedDestination = Pick<
  BrowserDestinationDefinition,
  'name' | 'slug' | 'mode' | 'description' | 'settings' | 'presets'
> & { actions: Record<string, BaseActionDefinition> }

type Preset = NonNullable<DescribedDestination['presets']>[number]

type NestedField = Omit<InputField, 'description'> & { description?: string }

/** Parts that only cloud-mode destinations have today. */
interface ServerSide {
  audienceConfig?: unknown
  performBatch?: unknown
  syncMode?: unknown
  hooks?: unknown
  dynamicFields?: object
  eventSlug?: unknown
}

/** The definition as data, in the format of Segment's own tool: all keys are present, unset ones as `null` or `false`. */
export function metadataOf(destination: DescribedDestination): Record<string, unknown> {
  const { audienceConfig }: ServerSide = destination as ServerSide
  return {
    slug: orNull(destination.slug),
    name: destination.name,
    mode: destination.mode,
    description: orNull(destination.description),
    authentication: { scheme: 'custom', fields: described(destination.settings ?? {}, settingOf) },
    audienceConfig: orNull(audienceConfig),
    actions: described(destination.actions, actionOf),
    presets: (destination.presets ?? []).map(presetOf)
  }
}

function settingOf(setting: GlobalSetting): Record<string, unknown> {
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

function actionOf(action: BaseActionDefinition): Record<string, unknown> {
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
    fields: described(action.fields, fieldOf)
  }
}

function fieldOf(field: NestedField): Record<string, unknown> {
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
    properties: field.properties ? described(field.properties, fieldOf) : null,
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

function presetOf(preset: Preset): Record<string, unknown> {
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

function described<Part>(
  parts: Record<string, Part>,
  describe: (part: Part) => Record<string, unknown>
): Record<string, Record<string, unknown>> {
  return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, describe(part)]))
}

function orNull<Value>(value: Value | undefined): Value | null {
  return value ?? null
}
