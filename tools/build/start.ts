import { buildDemo } from '../tester/build-tester'
import { serveDemo } from '../tester/serve-tester'
import { readStartOptions, StartOptionError } from '../tester/start-options'
import { buildWeb } from './build'

async function start(): Promise<void> {
  const options = readStartOptions(process.argv.slice(2))
  await buildWeb()
  await buildDemo()
  const { url } = await serveDemo(options)
  console.log(`The demo runs at ${url} (Ctrl+C ends it)`)
}

start().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = error instanceof StartOptionError ? 2 : 1
})
