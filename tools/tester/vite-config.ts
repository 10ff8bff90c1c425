import { join } from 'node:path'
import type { InlineConfig } from 'vite'
import { testerScripts } from './tester-scripts'

/** Vite's configuration of the action tester, for the development server and for the static site. */
export async function testerConfig(): Promise<InlineConfig> {
  const { default: react } = await import('@vitejs/plugin-react')
  return {
    configFile: false,
    root: __dirname,
    // Relative, so that the static site runs under any path.
    base: './',
    resolve: { alias: { liquidjs: join(__dirname, '../../src/segment-runtime/liquid.ts') } },
    plugins: [react(), testerScripts()]
  }
}
