import { readFile, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { compile, type JSONSchema as JSONSchema4 } from 'json-schema-to-typescript'
import { format, resolveConfig } from 'prettier'
import { require as load } from 'tsx/cjs/api'

// As CommonJS: the ES modules of Segment's packages cannot be loaded by Node.
const { fieldsToJsonSchema } = load('@segment/actions-core', import.meta.url) as typeof import('@segment/actions-core')
const { destination } = load(
  '../src/destinations/inmoment',
  import.meta.url
) as typeof import('../src/destinations/inmoment')

/**
 * Writes `generated-types.ts` for the settings and for each action's payload, from the definition. With `--check`
 * nothing is written, and a file that is stale is named and makes the command fail.
 */
async function generateTypes(check: boolean): Promise<void> {
  const root = join(import.meta.dirname, '..')
  const folder = join(root, 'src/destinations/inmoment')
  const files = [
    { path: join(folder, 'generated-types.ts'), content: await typesOf('Settings', destination.settings) },
    ...(await Promise.all(
      Object.entries(destination.actions).map(async ([key, action]) => ({
        path: join(folder, key, 'generated-types.ts'),
        content: await typesOf('Payload', action.fields)
      }))
    ))
  ]

  for (const { path, content } of files) {
    const current = await readFile(path, 'utf8').catch(() => undefined)
    if (current === content) continue
    if (check) {
      process.stderr.write(`${relative(root, path)} is stale: run npm run generate:types\n`)
      process.exitCode = 1
    } else {
      await writeFile(path, content)
      process.stdout.write(`${relative(root, path)}\n`)
    }
  }
}

async function typesOf(name: string, fields: Parameters<typeof fieldsToJsonSchema>[0]): Promise<string> {
  const schema = fieldsToJsonSchema(fields, { tsType: true })
  const types = await compile(withoutTitles(schema), name, {
    bannerComment: '// Generated file. DO NOT MODIFY IT BY HAND.',
    format: false
  })
  return format(types, { ...(await resolveConfig(import.meta.filename)), parser: 'typescript' })
}

/** A title would become a type alias of its own. */
function withoutTitles({ title: _title, properties, items, ...schema }: JSONSchema4): JSONSchema4 {
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, withoutTitles(value)]))
    }),
    ...(items && { items: Array.isArray(items) ? items.map(withoutTitles) : withoutTitles(items) })
  }
}

await generateTypes(process.argv.includes('--check'))
