import unpackChromium from '../../../tools/perf/chromium-setup'
import { startDisplay } from './display'
import { findEngines } from './find-engines'
import { writeFoundEngines } from './found-engines'

/** Jest's globalSetup: finds the engines, and starts a display for those that need one. */
export default async function setUp(): Promise<void> {
  await startDisplay()
  const engines = findEngines()
  const hasChromium = engines.some((engine) => engine.name === 'Chromium' && 'path' in engine)
  // The npm package is for x64 Linux only.
  if (!hasChromium) await unpackChromium().catch(() => undefined)
  writeFoundEngines(hasChromium ? engines : findEngines())
}
