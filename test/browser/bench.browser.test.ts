import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(__dirname, '../..')

it('asks for the beacon a round trip sooner than a build in two requests', async () => {
  const command = ['--import', 'tsx', 'tools/perf/bench/main.ts', 'beacon']
  const { stdout } = await promisify(execFile)(process.execPath, command, {
    cwd: root,
    env: { ...process.env, BENCH_RUNS: '1' }
  })
  const [, saved] = /saved compared with two requests +([\d.]+) round trips/.exec(stdout) ?? []
  // The goal is for the median of many runs: a single one can be late by a little.
  expect(Number(saved)).toBeGreaterThan(0.9)
})
