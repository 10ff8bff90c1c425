import unpackChromium from '../../../tools/perf/chromium-setup'
import { startDisplay } from './display'
import { findEngines } from './find-engines'
import { writeFoundEngines } from './found-engines'

/** Jest's globalSetup: finds the engines, and starts a display for those that need one. */
export default async function setUp(): Promise<void> {
  await startDisplay()
  let engines = findEngines()
  if (engines.some((engine) => engine.name === 'Chromium' && 'missing' in engine)) {
    // The npm package is for x64 Linux only.
    await unpackChromium().catch(() => undefined)
    engines = findEngines()
  }
  const missing = engines.flatMap((engine) => ('missing' in engine ? [`${engine.name}: ${engine.missing}`] : []))
  if (missing.length === engines.length) throw new Error(missing.join('\n'))
  writeFoundEngines(engines)
}
