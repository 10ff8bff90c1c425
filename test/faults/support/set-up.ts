import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import unpackChromium from '../../../tools/perf/chromium-setup'

/** Jest globalSetup: unpacks Chromium and builds the scripts of the pages. Jest's module system cannot load Vite. */
export default async function setUp(): Promise<void> {
  const building = promisify(execFile)(process.execPath, ['--import', 'tsx', 'test/faults/build-pages.ts'])
  await Promise.all([building, unpackChromium()])
}
