import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Linter } from 'eslint'
import packageJson from '../../package.json'
import { ROOT, runNode } from '../support/run'
import { REACT_NATIVE_PACKAGE, SiteProject } from '../support/site-project'

const PEERS = ['@segment/analytics-react-native', '@segment/sovran-react-native']

/** Plain Node cannot load the stand-in for React Native, which is TypeScript. */
const WITH_TYPESCRIPT = ['--import', pathToFileURL(join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href]

let project: SiteProject
/** The packed files, and the archive with them. */
let files: string[]
let archive: string

beforeAll(() => {
  project = new SiteProject(PEERS, REACT_NATIVE_PACKAGE)
  const output = execFileSync('npm', ['pack', '--json', '--pack-destination', project.folder], {
    cwd: REACT_NATIVE_PACKAGE,
    encoding: 'utf8'
  })
  const [packed] = JSON.parse(output) as { filename: string; files: { path: string }[] }[]
  if (!packed) throw new Error('npm packed nothing')
  files = packed.files.map(({ path }) => path)
  archive = join(project.folder, packed.filename)
})
afterAll(() => project.remove())

function readPackaged(file: string): string {
  return readFileSync(join(project.packageFolder, file), 'utf8')
}

/** Runs the command of a development dependency. Throws if it reports a problem. */
function runCommand(script: string, ...args: string[]): string {
  return runNode([join(ROOT, 'node_modules', script), ...args], { cwd: project.folder })
}

it('contains one file of code, its types, the README, the license and package.json', () => {
  expect([...files].sort()).toEqual(['LICENSE', 'README.md', 'index.d.ts', 'index.js', 'package.json'])
  expect(readPackaged('LICENSE')).toBe(readFileSync(join(ROOT, 'LICENSE'), 'utf8'))
  expect(readPackaged('README.md')).toBe(readFileSync(join(ROOT, 'src/react-native/README.md'), 'utf8'))
})

it('has a package.json that every version of Metro understands, and only Segment’s packages as peers', () => {
  const manifest = JSON.parse(readPackaged('package.json')) as Record<string, unknown>
  expect(manifest).toMatchObject({
    name: 'analytics-react-native-plugin-inmoment',
    version: packageJson.version,
    license: packageJson.license,
    main: 'index.js',
    types: 'index.d.ts',
    sideEffects: false,
    peerDependencies: { '@segment/analytics-react-native': '^2.18.0', '@segment/sovran-react-native': '^1.1.0' }
  })
  expect(Object.keys(manifest.peerDependencies as object)).toEqual(PEERS)
  for (const key of ['exports', 'dependencies', 'scripts', 'module']) expect(manifest).not.toHaveProperty(key)
})

it('names the package, its version and its license at the top of the code, which is readable', () => {
  const [banner, ...lines] = readPackaged('index.js').split('\n')
  expect(banner).toBe(`/*! analytics-react-native-plugin-inmoment ${packageJson.version} | ${packageJson.license} */`)
  expect(lines).toContain('\tshowSurvey(eventName) {')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(500)
})

it('requires only its peers, and contains code of no other package', () => {
  const code = readPackaged('index.js')
  const required = [...code.matchAll(/\brequire\((.*?)\)/g)].map(([, name = '']) => name.slice(1, -1))
  expect(required).toEqual(PEERS)
  expect(code).not.toMatch(/\bimport\b *\(/)
  // A comment names the source of each module.
  const sources = [...code.matchAll(/^\/\/ (\S+\.\w+)$/gm)].map(([, source]) => source)
  expect(sources).toContain('src/react-native/plugin.ts')
  expect(sources.filter((source) => !/^src\/(react-native|destinations\/inmoment)\//.test(source ?? ''))).toEqual([])
})

it('has types that import only the peers', () => {
  const imported = [...readPackaged('index.d.ts').matchAll(/(?:from |import\(|require\()'([^']+)'/g)]
  expect(imported.map(([, name]) => name)).toEqual(['@segment/analytics-react-native'])
})

it('uses no global of browsers or Node, except for timers', () => {
  const globals = { exports: 'readonly', require: 'readonly', setTimeout: 'readonly' } as const
  const problems = new Linter().verify(readPackaged('index.js'), [
    { languageOptions: { ecmaVersion: 2020, sourceType: 'commonjs', globals }, rules: { 'no-undef': 'error' } }
  ])
  expect(problems.map(({ message }) => message)).toEqual([])
})

it('uses only syntax and built-in objects of ES2020', () => {
  const bundle = join(project.packageFolder, 'index.js')
  expect(runCommand('es-check/lib/cli/index.js', 'es2020', '--checkFeatures', bundle)).toContain('checking 1 file')
})

it('has no problems that publint knows', () => {
  const output = runCommand('publint/src/cli.js', '--strict', archive)
  expect(output).not.toMatch(/Warnings|Errors/)
})

it('has types that resolve with each way to resolve modules', () => {
  expect(runCommand('@arethetypeswrong/cli/dist/index.js', archive)).toContain('No problems found')
})

/** Requests a survey with Segment's client, and prints the bridge's calls. */
const APP = `
  globalThis.fetch = async () => new Response(JSON.stringify({ integrations: { Wootric: { accountToken: 'NPS-4aeb53c1' } } }))
  const calls = []
  const sdk = new Proxy({}, { get: (_, name) => (...args) => void calls.push([name, ...args]) })
  const storePersistor = { get: async () => undefined, set: async () => undefined }
  const logger = { info() {}, warn() {}, error() {}, enable() {}, disable() {} }
  const client = createClient({ writeKey: 'key', logger, storePersistor, flushAt: 0, flushInterval: 0 })
  const plugin = new InMomentPlugin({ sdk })
  client.add({ plugin })
  client.identify('ann', { email: 'ann@example.com' })
  plugin.showSurvey().then((isRequested) => {
    const last = calls.map(([name]) => name).lastIndexOf('configureWithClientID')
    console.log(JSON.stringify({ isDestination: plugin instanceof DestinationPlugin, isRequested, calls: calls.slice(last) }))
    process.exit()
  })`

it.each([
  ['required', 'app.cjs', (names: string, name: string) => `const { ${names} } = require('${name}');`],
  ['imported', 'app.mjs', (names: string, name: string) => `import { ${names} } from '${name}';`]
])('requests a survey with Segment’s client if it is %s in Node', (_, file, load) => {
  const code = [
    load('createClient, DestinationPlugin', '@segment/analytics-react-native'),
    load('InMomentPlugin', 'analytics-react-native-plugin-inmoment'),
    APP
  ].join('\n')
  const { isDestination, isRequested, calls } = JSON.parse(project.run(file, code, WITH_TYPESCRIPT)) as {
    isDestination: boolean
    isRequested: boolean
    calls: unknown[][]
  }
  expect(isDestination).toBe(true)
  expect(isRequested).toBe(true)
  expect(calls[0]).toEqual(['configureWithClientID', '', 'NPS-4aeb53c1'])
  expect(calls).toContainEqual(['setEndUserEmail', 'ann@example.com'])
  expect(calls.slice(-2)).toEqual([['setEventName', null], ['showSurvey']])
})
