import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { copyProject } from '../../../test/support/copy-project'

const FOLDER = 'src/destinations/inmoment/trackEvent'

let copy: string
let watching: ChildProcess
let output = ''

beforeAll(async () => {
  copy = copyProject()
  watching = spawn(join(copy, 'bin/run'), ['generate:types', '--watch'])
  for (const stream of [watching.stdout, watching.stderr])
    stream?.on('data', (data: Buffer) => (output += String(data)))
  await waitForOutput('Watching src/destinations/inmoment (Ctrl+C stops it)\n')
})

afterAll(async () => {
  watching.kill()
  if (watching.exitCode === null) await once(watching, 'exit')
  rmSync(copy, { recursive: true })
})

async function waitForOutput(text: string): Promise<void> {
  const end = Date.now() + 20_000
  while (!output.includes(text)) {
    if (Date.now() > end) throw new Error(`expected ${text}, got ${output}`)
    await setTimeout(50)
  }
}

/** Replaces the source, as many editors do. */
function changeSource(change: (source: string) => string): void {
  const file = join(copy, FOLDER, 'index.ts')
  writeFileSync(`${file}.new`, change(readFileSync(file, 'utf8')))
  renameSync(`${file}.new`, file)
  output = ''
}

it('writes the types again after each change, also after an error', async () => {
  changeSource((source) => source.replace('language: ', 'tongue: '))
  await waitForOutput(`${FOLDER}/generated-types.ts\n`)
  expect(readFileSync(join(copy, FOLDER, 'generated-types.ts'), 'utf8')).toContain('tongue?: string')

  changeSource((source) => source.replace('fields: {', 'fields: {{'))
  await waitForOutput('Error: ')

  changeSource((source) => source.replace('fields: {{', 'fields: {').replace('tongue: ', 'language: '))
  await waitForOutput(`${FOLDER}/generated-types.ts\n`)
  expect(readFileSync(join(copy, FOLDER, 'generated-types.ts'), 'utf8')).toContain('language?: string')
})
