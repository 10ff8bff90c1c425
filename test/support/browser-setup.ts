import type { Server } from 'node:http'
import { execFile } from 'node:child_process'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import unpackChromium from '../../tools/perf/chromium-setup'
import { serveFolder } from './serve-folder'

/** Shared with the teardown, which runs in the same process. */
declare global {
  var testerServer: Server | undefined
}

/** Jest's globalSetup: unpacks the browser, and serves the action tester once for all test files, as a static site. */
export default async function setUp(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'inmoment-tester-'))
  const building = promisify(execFile)(join(__dirname, '../../bin/run'), ['build:tester', '--out', folder])
  await Promise.all([building, unpackChromium()])
  const { server, url } = await serveFolder(folder, '/some/path/')
  globalThis.testerServer = server
  process.env.TESTER_URL = url
}
