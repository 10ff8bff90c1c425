import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import budgets from '../budgets.json'
import type { Figures } from '../figures'
import { gzipSize } from '../gzip-size'

const root = join(__dirname, '../..')

let measured: Figures

/** In a process of its own, since Jest cannot import Vite. */
beforeAll(() => {
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'size/report.ts', '--json'], {
    cwd: root,
    encoding: 'utf8'
  })
  measured = JSON.parse(out) as Figures
})

it('measures the bundle that was built', () => {
  expect(measured.bundle).toBe(gzipSize(readFileSync(join(root, 'dist/web/inmoment.js'))))
})

it('keeps the bundle within its budget', () => {
  expect(measured.bundle).toBeLessThanOrEqual(budgets.bundle)
})

it("keeps the bundle smaller than a destination that does nothing, with Segment's runtime as it is published", () => {
  expect(measured.bundleToNoOp).toBeLessThanOrEqual(budgets.bundleToNoOp)
})

it('tells in the README what the bundle weighs over a no-op destination with the same stand-ins', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  expect(readme).toContain(`the bundle weighs ${(measured.bundle / measured.leanNoOp).toFixed(1)} times as much`)
})

it("keeps what it would add to Segment's own build within its budget", () => {
  expect(measured.segmentChunk).toBeLessThanOrEqual(budgets.segmentChunk)
})

it("has in Segment's own build only its own files, apart from what destinations share", () => {
  expect(measured.segmentFiles.own).toContain('src/destinations/inmoment/index.ts')
  expect(measured.segmentFiles.own.filter((file) => !file.startsWith('src/destinations/inmoment/'))).toEqual([])
})

it("takes of Segment's framework the mapping kit alone", () => {
  const core = measured.segmentFiles.shared.filter((file) => file.startsWith('@segment/actions-core/'))
  const packages = new Set(measured.segmentFiles.shared.map((file) => /^(@[^/]+\/)?[^/]+/.exec(file)?.[0]))
  expect(core).toContain('@segment/actions-core/dist/esm/mapping-kit/index.js')
  expect(core).not.toContain('@segment/actions-core/dist/esm/index.js')
  expect([...packages].sort()).toEqual([
    '@segment/actions-core',
    '@segment/browser-destination-runtime',
    '@segment/destination-subscriptions',
    '@segment/fql-ts',
    'aggregate-error',
    'clean-stack',
    'indent-string',
    'src',
    'ts-custom-error'
  ])
})
