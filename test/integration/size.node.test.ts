import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import budgets from '../../tools/perf/size/budgets.json'
import type { Figures } from '../../tools/perf/size/figures'
import { gzipSize } from '../../tools/perf/size/gzip-size'

const root = join(__dirname, '../..')

let measured: Figures

/** In a separate process, since Jest cannot import Vite. */
beforeAll(() => {
  const out = execFileSync(process.execPath, ['--import', 'tsx', 'tools/perf/size/report.ts', '--json'], {
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

it('keeps the bundle within its ratio to a no-op destination with the published runtime', () => {
  expect(measured.bundleToNoOp).toBeLessThanOrEqual(budgets.bundleToNoOp)
})

it("keeps the entry in Segment's build within its budget", () => {
  expect(measured.segmentChunk).toBeLessThanOrEqual(budgets.segmentChunk)
})

it("has only its own modules and the runtime's shim in its entry in Segment's build", () => {
  const modules = measured.segmentModules.entry.filter((name) => !name.startsWith('src/destinations/inmoment/'))
  expect(measured.segmentModules.entry).toContain('src/destinations/inmoment/index.ts')
  expect(modules).toEqual(['@segment/browser-destination-runtime/dist/esm/shim.js'])
})

it("has none of its own modules in the shared chunk of Segment's build", () => {
  const { shared } = measured.segmentModules
  expect(shared).toContain('@segment/browser-destination-runtime/dist/esm/plugin.js')
  expect(shared).toContain('@segment/actions-core/dist/esm/mapping-kit/index.js')
  expect(shared).not.toContain('@segment/actions-core/dist/esm/index.js')
  expect(shared.filter((name) => name.startsWith('src/'))).toEqual(['src/segment-runtime/liquid.ts'])
})
