import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../project'

/** The versions and the rules of Segment's repository. */
export const FIXTURE = join(ROOT, 'test/segment-repository')

const NO_OP = join(ROOT, 'tools/perf/size/no-op.ts')
const BROWSER_DESTINATIONS = 'packages/browser-destinations'

export interface Repository {
  root: string
  /** The package of all browser destinations. */
  browserDestinations: string
  /** The package of this destination, which does not exist before the export. */
  inmoment: string
}

/** Copies the fixture, with a no-op destination, to a temporary folder. */
export function createRepository(): Repository {
  const root = mkdtempSync(join(tmpdir(), 'segment-repository-'))
  const nodeModules = join(FIXTURE, 'node_modules')
  cpSync(FIXTURE, root, { recursive: true, filter: (file) => file !== nodeModules })
  symlinkSync(nodeModules, join(root, 'node_modules'), 'junction')
  const destinations = join(root, BROWSER_DESTINATIONS, 'destinations')
  mkdirSync(join(destinations, 'no-op/src'), { recursive: true })
  cpSync(NO_OP, join(destinations, 'no-op/src/index.ts'))
  return { root, browserDestinations: join(root, BROWSER_DESTINATIONS), inmoment: join(destinations, 'inmoment') }
}
