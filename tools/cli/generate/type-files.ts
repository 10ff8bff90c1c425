import { join } from 'node:path'
import { fieldsToJsonSchema } from '@segment/actions-core'
import type { JSONSchema as JSONSchema4 } from 'json-schema-to-typescript'
import { formatted, type GeneratedFile } from './generated-files'

type Fields = Parameters<typeof fieldsToJsonSchema>[0]

/** The parts of a definition that types depend on. */
interface Definition {
  settings?: Fields
  actions: Record<string, { fields: Fields }>
}

/** `generated-types.ts` for the settings and for each action's payload. */
export async function typeFiles({ settings, actions }: Definition, folder: string): Promise<GeneratedFile[]> {
  return Promise.all([
    typeFile(folder, 'Settings', settings),
    ...Object.entries(actions).map(([key, action]) => typeFile(join(folder, key), 'Payload', action.fields))
  ])
}

async function typeFile(folder: string, name: string, fields: Fields): Promise<GeneratedFile> {
  // Imported here, because each start of the command line loads all commands.
  const { compile } = await import('json-schema-to-typescript')
  const schema = fieldsToJsonSchema(fields, { tsType: true })
  const types = await compile(withoutTitles(schema), name, {
    bannerComment: '// Generated file. DO NOT MODIFY IT BY HAND.',
    format: false
  })
  return formatted(join(folder, 'generated-types.ts'), types)
}

/** Removes titles, which would become separate type aliases. */
function withoutTitles({ title: _title, properties, items, ...schema }: JSONSchema4): JSONSchema4 {
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, withoutTitles(value)]))
    }),
    ...(items && { items: Array.isArray(items) ? items.map(withoutTitles) : withoutTitles(items) })
  }
}
