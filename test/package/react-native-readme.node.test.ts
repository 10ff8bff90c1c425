import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../support/run'
import { REACT_NATIVE_PACKAGE, SiteProject } from '../support/site-project'

const README = readFileSync(join(ROOT, 'src/react-native/README.md'), 'utf8')

/** The examples by the file name in their first line. */
const EXAMPLES = [...README.matchAll(/```ts\n\/\/ (\S+)\n([^]*?)```/g)].map(([, name = '', code = '']) => ({
  name,
  code
}))

/** What React Native and other packages of an app declare. */
const DECLARATIONS = `
  declare const __DEV__: boolean
  declare function require(name: string): any
  declare module '@react-native-community/netinfo' {
    const NetInfo: { fetch(): Promise<{ isConnected: boolean | null }> }
    export default NetInfo
  }`

let project: SiteProject

beforeAll(() => {
  project = new SiteProject(
    ['@segment/analytics-react-native', '@segment/sovran-react-native', 'react-native'],
    REACT_NATIVE_PACKAGE
  )
})
afterAll(() => project.remove())

it('has examples that compile in a strict project', () => {
  expect(EXAMPLES.map(({ name }) => name)).toContain('analytics.ts')
  expect(README.match(/^```ts$/gm)).toHaveLength(EXAMPLES.length)
  for (const { name, code } of EXAMPLES) project.write(name, code)
  project.write('declarations.d.ts', DECLARATIONS)
  const compilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: 'esnext',
    moduleResolution: 'bundler',
    target: 'es2020',
    lib: ['es2022', 'dom'],
    types: []
  }
  project.write('tsconfig.json', JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], {
    cwd: project.folder,
    encoding: 'utf8'
  })
  expect(stdout).toBe('')
})

it('describes each option', () => {
  const source = readFileSync(join(ROOT, 'src/react-native/options.ts'), 'utf8')
  const [, body = ''] = /export interface InMomentPluginOptions[^{]*\{\n([^]*?)\n\}/.exec(source) ?? []
  const options = [...body.matchAll(/^ {2}(\w+)\??:/gm)].map(([, name]) => name)
  expect(options).toContain('sdk')
  const [, table = ''] = /## Options\n([^]*?)\n```/.exec(README) ?? []
  expect([...table.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)).toEqual(options)
})

it('links only to its own sections and other sites, because npm has no other files', () => {
  const links = [...README.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link)
  expect(links).not.toHaveLength(0)
  for (const link of links) expect(link).toMatch(/^(#|https:\/\/)/)
})
