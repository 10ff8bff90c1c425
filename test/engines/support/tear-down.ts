import { stopDisplay } from './display'

/** Jest's globalTeardown. */
export default function tearDown(): Promise<void> {
  return stopDisplay()
}
