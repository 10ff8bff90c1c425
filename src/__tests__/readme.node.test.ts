import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { destination } from '..'

const root = join(__dirname, '../..')
const readme = readFileSync(join(root, 'README.md'), 'utf8')

it('tells the size of the bundle as it is', () => {
  const size = gzipSync(readFileSync(join(root, 'dist/web/inmoment.js')), { level: 9 }).length
  const [, told] = /One file of ([\d.]+) KB gzip/.exec(readme) ?? []
  expect(told).toBe((size / 1000).toFixed(1))
})

it('names each setting, and each field of each action by its label', () => {
  for (const key of Object.keys(destination.settings ?? {})) expect(readme).toContain(`\`${key}\``)
  for (const { fields } of Object.values(destination.actions)) {
    for (const { label } of Object.values(fields)) expect(readme).toMatch(new RegExp(`^\\| ${label}[ |(]`, 'm'))
  }
})
