import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { ROOT } from '../project'
import { facts } from './facts'
import { withFacts } from './markers'

const FILES = [
  'README.md',
  'src/react-native/README.md',
  'docs/mappings.md',
  'docs/performance.md',
  'docs/segment-catalog.md',
  'docs/for-segment.md'
]

/** Writes the generated facts of the documents. With `--check`, writes nothing and fails if a document is out of date. */
const isCheck = process.argv.includes('--check')
const current = await facts()
for (const file of FILES) {
  const path = join(ROOT, file)
  const text = readFileSync(path, 'utf8')
  const updated = await format(withFacts(text, current), { ...(await resolveConfig(path)), filepath: path })
  if (updated === text) continue
  if (isCheck) {
    console.error(`${file} is out of date: run npm run generate:docs`)
    process.exitCode = 1
  } else writeFileSync(path, updated)
}
