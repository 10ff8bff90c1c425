import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, runNode } from '../support/run'

let project: string
let files: string[]

/** Packs the project as npm publishes it, and installs it in a new project. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'inmoment-package-'))
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
      cwd: ROOT,
      encoding: 'utf8'
    })
  ) as { filename: string; files: { path: string }[] }[]
  if (!packed) throw new Error('npm packed nothing')
  files = packed.files.map(({ path }) => path)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'site', private: true }))
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`], { cwd: project })
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

function runFile(file: string, code: string): string {
  writeFileSync(join(project, file), code)
  return runNode([file], { cwd: project }).trim()
}

const REPORT = `console.log(JSON.stringify([
  inmoment.pluginName,
  destination.slug,
  inmomentPlugins({ accountToken: 'NPS-4aeb53c1' }).map(({ name }) => name)
]))`

const EXPECTED = [
  'InMoment (Actions)',
  'actions-inmoment',
  ['identifyUser', 'trackEvent', 'trackPage', 'identifyGroup'].map((action) => `InMoment (Actions) ${action}`)
]

it('can be required in Node', () => {
  const report = runFile(
    'site.cjs',
    `const { default: inmoment, destination, inmomentPlugins } = require('analytics-browser-actions-inmoment'); ${REPORT}`
  )
  expect(JSON.parse(report)).toEqual(EXPECTED)
})

it('can be imported in Node', () => {
  const report = runFile(
    'site.mjs',
    `import inmoment, { destination, inmomentPlugins } from 'analytics-browser-actions-inmoment'; ${REPORT}`
  )
  expect(JSON.parse(report)).toEqual(EXPECTED)
})

it('sets the global that analytics.js uses if the browser bundle is imported', () => {
  const report = runFile(
    'web.mjs',
    `import 'analytics-browser-actions-inmoment/web'; console.log(globalThis.inmomentDestination.pluginName)`
  )
  expect(report).toBe('InMoment (Actions)')
})

it('contains only the built files, the README, the license and package.json', () => {
  expect([...files].sort()).toEqual([
    'LICENSE',
    'README.md',
    'dist/cjs/index.cjs',
    'dist/esm/index.mjs',
    'dist/types/index.d.cts',
    'dist/types/index.d.mts',
    'dist/web/inmoment.js',
    'package.json'
  ])
})

it('has no dependencies', () => {
  const { dependencies } = JSON.parse(
    readFileSync(join(project, 'node_modules/analytics-browser-actions-inmoment/package.json'), 'utf8')
  ) as { dependencies?: object }
  expect(dependencies).toBeUndefined()
})

it.each([
  ['bundler', 'esnext', 'site.ts'],
  ['node16', 'node16', 'site.cts'],
  ['node16', 'node16', 'site.mts']
])('has type declarations that compile in a strict project (%s, %s, %s)', (moduleResolution, module, file) => {
  writeFileSync(
    join(project, file),
    `import inmoment, { destination, inmomentPlugins, presetSubscriptions } from 'analytics-browser-actions-inmoment'
     export const names: string[] = inmomentPlugins({
       accountToken: 'NPS-4aeb53c1',
       subscriptions: presetSubscriptions()
     }).map(({ name }) => name)
     export const slug: string | undefined = destination.slug
     export const name: string = inmoment.pluginName
     // @ts-expect-error the account token is required
     inmomentPlugins({})`
  )
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module,
    moduleResolution,
    target: 'es2020',
    lib: ['es2022', 'dom'],
    types: [],
    // This project's packages, because tests must not download any.
    paths: { '@segment/*': [join(ROOT, 'node_modules/@segment/*')] }
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }))
  expect(compile()).toBe('')
})

/** Returns the errors of the compiler. */
function compile(): string {
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], {
    cwd: project,
    encoding: 'utf8'
  })
  return stdout
}

it('builds the same browser bundle, byte for byte, from the same source', () => {
  const folder = join(project, 'web')
  runNode(['--import', 'tsx', 'tools/build/build.ts', folder])
  expect(readFileSync(join(folder, 'inmoment.js'))).toEqual(readFileSync(join(ROOT, 'dist/web/inmoment.js')))
})
