import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(__dirname, '../..')

it('asks for the beacon a round trip sooner than a build with the runtime in a second file', async () => {
  const command = ['--import', 'tsx', 'bench/main.ts', 'beacon']
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    cwd: root,
    env: { ...process.env, BENCH_RUNS: '1' }
  })
  expect(stdout).toMatch(/saved against the second file +1\.\d+ round trips .* met +at least 1$/m)
})
