import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import budgets from '../../tools/perf/size/budgets.json'
import { getGzipSize } from '../../tools/perf/size/gzip-size'
import type { Sizes } from '../../tools/perf/size/sizes'
import { ROOT, runNode } from '../support/run'

let sizes: Sizes

/** Runs in a separate process, because Jest cannot import Vite. */
beforeAll(() => {
  sizes = JSON.parse(runNode(['--import', 'tsx', 'tools/perf/size/report.ts', '--json'])) as Sizes
})

it('measures the bundle that was built', () => {
  expect(sizes.bundle).toBe(getGzipSize(readFileSync(join(ROOT, 'dist/web/inmoment.js'))))
})

it('keeps the bundle within its budget', () => {
  expect(sizes.bundle).toBeLessThanOrEqual(budgets.bundle)
})

it('keeps the bundle within its ratio to a no-op destination with the published runtime', () => {
  expect(sizes.bundleToNoOp).toBeLessThanOrEqual(budgets.bundleToNoOp)
})

it("keeps the entry in Segment's build within its budget", () => {
  expect(sizes.segmentChunk).toBeLessThanOrEqual(budgets.segmentChunk)
})

it("has only its own modules and the runtime's shim in its entry in Segment's build", () => {
  const modules = sizes.segmentModules.entry.filter((name) => !name.startsWith('src/destinations/inmoment/'))
  expect(sizes.segmentModules.entry).toContain('src/destinations/inmoment/index.ts')
  expect(modules).toEqual(['@segment/browser-destination-runtime/dist/esm/shim.js'])
})

it("has none of its own modules in the shared chunk of Segment's build", () => {
  const { shared } = sizes.segmentModules
  expect(shared).toContain('@segment/browser-destination-runtime/dist/esm/plugin.js')
  expect(shared).toContain('@segment/actions-core/dist/esm/mapping-kit/index.js')
  expect(shared).not.toContain('@segment/actions-core/dist/esm/index.js')
  expect(shared.filter((name) => name.startsWith('src/'))).toEqual(['src/segment-runtime/liquid.ts'])
})
