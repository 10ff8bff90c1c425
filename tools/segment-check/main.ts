import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../project'
import budgets from '../perf/size/budgets.json'
import { measureChunks } from './chunk-sizes'
import { createRepository, FIXTURE, type Repository } from './repository'
import { runStep } from './run-step'

/** Exports the destination, and checks the result with the tools of Segment's repository. */
function checkExport({ root, browserDestinations, inmoment }: Repository): void {
  runStep('Export', [join(ROOT, 'bin/run'), 'export', root], { cwd: ROOT })
  const run = (title: string, cwd: string, ...command: string[]) =>
    runStep(title, ['npx', '--no-install', ...command], { cwd })
  run('Type-check and build ES modules', inmoment, 'tsc', '--outDir', './dist/esm')
  run('Type-check and build CommonJS', inmoment, 'tsc', '--module', 'commonjs', '--outDir', './dist/cjs')
  rmSync(join(inmoment, 'dist'), { recursive: true })
  run('Type-check the tests', browserDestinations, 'tsc', '-p', 'tsconfig.tests.json')
  run('Lint', root, 'eslint', '--max-warnings', '0', `${inmoment}/**/*.ts`)
  run('Format', root, 'prettier', '--check', `${inmoment}/**/*.{ts,json,md}`)
  run('Build', browserDestinations, 'webpack', '-c', 'webpack.config.js')
  checkSize(browserDestinations)
  runTests(browserDestinations)
}

function checkSize(browserDestinations: string): void {
  const { inmoment, noOp, shared } = measureChunks(join(browserDestinations, 'dist/web'))
  const budget = budgets.segmentChunk
  console.log(`  entry ${inmoment} B of ${budget} B, no-op ${noOp} B, shared chunk ${shared} B (gzip)`)
  if (inmoment > budget) throw new Error(`The entry has ${inmoment} B. Its budget is ${budget} B.`)
}

function runTests(cwd: string): void {
  const env = { TZ: 'UTC' }
  const output = runStep('Test with coverage', ['npx', '--no-install', 'jest', '--coverage'], { cwd, env })
  for (const line of output.split('\n')) if (/^(Tests|Lines|All files)\b/.test(line)) console.log(`  ${line}`)
  const seed = String(Date.now() % 1_000_000)
  const ordered: [string, ...string[]] = ['npx', '--no-install', 'jest', '--env', './test/ordered-environment.js']
  runStep('Test in reverse order', ordered, { cwd, env: { ...env, TEST_ORDER: 'reverse' } })
  runStep(`Test in random order (TEST_ORDER=${seed})`, ordered, { cwd, env: { ...env, TEST_ORDER: seed } })
}

try {
  runStep('Install', ['npm', 'ci', '--prefer-offline', '--no-audit', '--no-fund'], { cwd: FIXTURE })
  const repository = createRepository()
  console.log(`  ${repository.root}`)
  checkExport(repository)
  rmSync(repository.root, { recursive: true })
} catch (error) {
  // The temporary repository remains, so that its tools can be used to find the cause.
  console.error(`\n${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
}
