// Compares the generated types with those of the generator in Segment's version. The argument is the folder of a package
// that is built as CommonJS: https://github.com/segmentio/action-destinations/blob/main/packages/cli/src/commands/generate/types.ts
const { readFileSync } = require('fs')
const { join } = require('path')
const { fieldsToJsonSchema } = require('@segment/actions-core')
const { compile } = require('json-schema-to-typescript')
const { prettier } = require('../package.json')

const [folder] = process.argv.slice(2)

/** Segment's tool leaves out titles and choices. */
function removeExtra({ title, enum: choices, properties, items, ...schema }) {
  return {
    ...schema,
    ...(properties && {
      properties: Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, removeExtra(value)]))
    }),
    ...(items && { items: removeExtra(items) })
  }
}

async function check(fields, name, file) {
  const options = { bannerComment: '// Generated file. DO NOT MODIFY IT BY HAND.', style: prettier }
  const expected = await compile(removeExtra(fieldsToJsonSchema(fields, { tsType: true })), name, options)
  if (readFileSync(join(folder, 'src', file), 'utf8') !== expected) {
    console.error(`${file} differs from Segment's:\n\n${expected}`)
    process.exitCode = 1
  }
}

const { destination } = require(join(folder, 'dist/cjs'))
void check(destination.settings, 'Settings', 'generated-types.ts')
for (const [key, { fields }] of Object.entries(destination.actions)) {
  void check(fields, 'Payload', join(key, 'generated-types.ts'))
}
