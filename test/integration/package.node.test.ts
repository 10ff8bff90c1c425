import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(__dirname, '../..')

let project: string
let files: string[]

/** Packs the project as npm publishes it, and unpacks it where a fresh project would have it installed. */
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'inmoment-package-'))
  const [packed] = JSON.parse(
    execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', project], {
      cwd: root,
      encoding: 'utf8'
    })
  ) as { filename: string; files: { path: string }[] }[]
  if (!packed) throw new Error('npm packed nothing')
  files = packed.files.map(({ path }) => path)
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'site', private: true }))
  execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', `./${packed.filename}`], { cwd: project })
})

afterAll(() => rmSync(project, { recursive: true, force: true }))

function run(file: string, code: string): string {
  writeFileSync(join(project, file), code)
  return execFileSync(process.execPath, [file], { cwd: project, encoding: 'utf8' }).trim()
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
  const report = run(
    'site.cjs',
    `const { default: inmoment, destination, inmomentPlugins } = require('analytics-browser-actions-inmoment'); ${REPORT}`
  )
  expect(JSON.parse(report)).toEqual(EXPECTED)
})

it('can be imported in Node', () => {
  const report = run(
    'site.mjs',
    `import inmoment, { destination, inmomentPlugins } from 'analytics-browser-actions-inmoment'; ${REPORT}`
  )
  expect(JSON.parse(report)).toEqual(EXPECTED)
})

it('sets the global that analytics.js expects if the browser bundle is imported', () => {
  const report = run(
    'web.mjs',
    `import 'analytics-browser-actions-inmoment/web'; console.log(globalThis.inmomentDestination.pluginName)`
  )
  expect(report).toBe('InMoment (Actions)')
})

it('contains the build, the README and the license, and no sources', () => {
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

it('installs no other package', () => {
  const { dependencies } = JSON.parse(
    readFileSync(join(project, 'node_modules/analytics-browser-actions-inmoment/package.json'), 'utf8')
  ) as { dependencies?: object }
  expect(dependencies).toBeUndefined()
})

it.each([
  ['bundler', 'esnext', 'site.ts'],
  ['node16', 'node16', 'site.cts'],
  ['node16', 'node16', 'site.mts']
])('has type declarations that a strict project compiles against (%s, %s, %s)', (moduleResolution, module, file) => {
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
    // The project's own copies, since a test must not fetch any.
    paths: { '@segment/*': [join(root, 'node_modules/@segment/*')] }
  }
  writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: [file] }))
  expect(compile()).toBe('')
})

/** What the compiler says, which is nothing where all is well. */
function compile(): string {
  const { stdout } = spawnSync(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], {
    cwd: project,
    encoding: 'utf8'
  })
  return stdout
}

it('builds the same bytes from the same sources', () => {
  const folder = join(project, 'web')
  execFileSync(process.execPath, ['--import', 'tsx', 'tools/build/build.ts', folder], { cwd: root })
  expect(readFileSync(join(folder, 'inmoment.js'))).toEqual(readFileSync(join(root, 'dist/web/inmoment.js')))
})
