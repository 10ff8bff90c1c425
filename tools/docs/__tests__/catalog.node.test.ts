import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { destination } from '../../../src/destinations/inmoment'
import { ROOT } from '../../../test/support/run'

const page = read('segment-catalog.md')

it("has a description of at most 500 characters for Segment's catalog", () => {
  const [, description = ''] = /^> (.+)$/m.exec(read('catalog-entry.md')) ?? []
  expect(description).toContain('InMoment (formerly Wootric)')
  expect(description.length).toBeLessThanOrEqual(500)
})

it("describes each setting, preset, action and field on the page for Segment's documentation", () => {
  const { settings = {}, presets = [], actions } = destination
  const fields = Object.values(actions).flatMap((action) => Object.entries(action.fields))
  for (const [key, { label }] of [...Object.entries(settings), ...fields])
    expect(page).toContain(`${label} (\`${key}\``)
  for (const { name = '' } of presets) expect(page).toMatch(new RegExp(`^\\| ${name} +\\| \`type = `, 'm'))
  for (const { title } of Object.values(actions)) expect(page).toContain(`\n### ${title}\n`)
})

function read(name: string): string {
  return readFileSync(join(ROOT, 'docs', name), 'utf8')
}
