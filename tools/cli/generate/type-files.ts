import { join } from 'node:path'
import { fieldsToJsonSchema } from '@segment/actions-core'
import type { JSONSchema as JSONSchema4 } from 'json-schema-to-typescript'
import { formatFile, type GeneratedFile } from './generated-files'

type Fields = Parameters<typeof fieldsToJsonSchema>[0]

/** The parts of the definition that have types. */
interface Definition {
  settings?: Fields
  actions: Record<string, { fields: Fields }>
}

/**
 * Creates `generated-types.ts` for the settings and for the payload of each action, byte for byte as Segment's own tool:
 * https://github.com/segmentio/action-destinations/blob/main/packages/cli/src/commands/generate/types.ts
 */
export async function createTypeFiles({ settings, actions }: Definition, folder: string): Promise<GeneratedFile[]> {
  return Promise.all([
    createTypeFile(folder, 'Settings', settings),
    ...Object.entries(actions).map(([key, action]) => createTypeFile(join(folder, key), 'Payload', action.fields))
  ])
}

async function createTypeFile(folder: string, name: string, fields: Fields): Promise<GeneratedFile> {
  // Imported here, because every start of the command line loads all commands.
  const { compile } = await import('json-schema-to-typescript')
  const schema = fieldsToJsonSchema(fields, { tsType: true })
  const types = await compile(removeTitlesAndChoices(schema), name, {
    bannerComment: '// Generated file. DO NOT MODIFY IT BY HAND.',
    format: false
  })
  return formatFile(join(folder, 'generated-types.ts'), types)
}

/** Segment's tool removes both, so that a choice is a plain string. */
function removeTitlesAndChoices({
  title: _title,
  enum: _enum,
  properties,
  items,
  ...schema
}: JSONSchema4): JSONSchema4 {
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(
        Object.entries(properties).map(([key, value]) => [key, removeTitlesAndChoices(value)])
      )
    }),
    ...(items && { items: Array.isArray(items) ? items.map(removeTitlesAndChoices) : removeTitlesAndChoices(items) })
  }
}
