import { testerConfig } from './vite-config'

/** Writes the action tester as a static site. It runs under any path, always with the sandbox beacon. */
export async function buildTester(outDir: string): Promise<void> {
  const { build } = await import('vite')
  // React's development build would write to the console, also if a test runner sets NODE_ENV.
  process.env.NODE_ENV = 'production'
  await build({
    ...(await testerConfig()),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true, chunkSizeWarningLimit: 2000, modulePreload: { polyfill: false } }
  })
}
