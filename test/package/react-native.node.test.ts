import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Linter } from 'eslint'
import packageJson from '../../package.json'
import { ROOT } from '../support/run'
import { REACT_NATIVE_PACKAGE, SiteProject, type PackedPackage } from '../support/site-project'

const PEERS = ['@segment/analytics-react-native', '@segment/sovran-react-native']

/** Plain Node cannot load the stand-in for React Native, which is TypeScript. */
const WITH_TYPESCRIPT = ['--import', pathToFileURL(join(ROOT, 'node_modules/tsx/dist/loader.mjs')).href]

let project: SiteProject
let packed: PackedPackage

beforeAll(() => {
  project = new SiteProject(PEERS, REACT_NATIVE_PACKAGE)
  packed = project.pack()
})
afterAll(() => project.remove())

it('contains one file of code, its types, the README, the license and package.json', () => {
  expect([...packed.files].sort()).toEqual(['LICENSE', 'README.md', 'index.d.ts', 'index.js', 'package.json'])
  expect(project.readPackaged('LICENSE')).toBe(readFileSync(join(ROOT, 'LICENSE'), 'utf8'))
  expect(project.readPackaged('README.md')).toBe(readFileSync(join(ROOT, 'src/react-native/README.md'), 'utf8'))
})

it('has a package.json that every version of Metro understands, and only Segment’s packages as peers', () => {
  const manifest = JSON.parse(project.readPackaged('package.json')) as Record<string, unknown>
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
  const [banner, ...lines] = project.readPackaged('index.js').split('\n')
  expect(banner).toBe(`/*! analytics-react-native-plugin-inmoment ${packageJson.version} | ${packageJson.license} */`)
  expect(lines).toContain('\tshowSurvey(eventName) {')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(500)
})

it('requires only its peers, and contains code of no other package', () => {
  const code = project.readPackaged('index.js')
  const required = [...code.matchAll(/\brequire\((.*?)\)/g)].map(([, name = '']) => name.slice(1, -1))
  expect(required).toEqual(PEERS)
  expect(code).not.toMatch(/\bimport\b *\(/)
  // A comment names the source of each module.
  const sources = [...code.matchAll(/^\/\/ (\S+\.\w+)$/gm)].map(([, source]) => source)
  expect(sources).toContain('src/react-native/plugin.ts')
  expect(sources.filter((source) => !/^src\/(react-native|destinations\/inmoment)\//.test(source ?? ''))).toEqual([])
})

it('has types that import only the peers', () => {
  const imported = [...project.readPackaged('index.d.ts').matchAll(/(?:from |import\(|require\()'([^']+)'/g)]
  expect(imported.map(([, name]) => name)).toEqual(['@segment/analytics-react-native'])
})

it('uses no global of browsers or Node, except for timers', () => {
  const globals = { exports: 'readonly', require: 'readonly', setTimeout: 'readonly' } as const
  const problems = new Linter().verify(project.readPackaged('index.js'), [
    { languageOptions: { ecmaVersion: 2020, sourceType: 'commonjs', globals }, rules: { 'no-undef': 'error' } }
  ])
  expect(problems.map(({ message }) => message)).toEqual([])
})

it('uses only syntax and built-in objects of ES2020', () => {
  const bundle = join(project.packageFolder, 'index.js')
  expect(project.runCommand('es-check/lib/cli/index.js', 'es2020', '--checkFeatures', bundle)).toContain(
    'checking 1 file'
  )
})

it('has no problems that publint knows', () => {
  const output = project.runCommand('publint/src/cli.js', '--strict', packed.archive)
  expect(output).not.toMatch(/Warnings|Errors/)
})

it('has types that resolve with each way to resolve modules', () => {
  expect(project.runCommand('@arethetypeswrong/cli/dist/index.js', packed.archive)).toContain('No problems found')
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
