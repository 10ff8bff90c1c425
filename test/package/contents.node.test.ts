import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { originalPositionFor, sourceContentFor, TraceMap } from '@jridgewell/trace-mapping'
import packageJson from '../../package.json'
import { ROOT, runNode } from '../support/run'
import { SiteProject, type PackedPackage } from '../support/site-project'

const BUNDLES = ['dist/web/inmoment.js', 'dist/esm/index.mjs', 'dist/esm/factory.mjs', 'dist/cjs/index.cjs']

let project: SiteProject
let packed: PackedPackage

beforeAll(() => {
  project = new SiteProject()
  packed = project.pack()
})
afterAll(() => project.remove())

it('contains only the built files, the README, the license and package.json', () => {
  expect([...packed.files].sort()).toEqual([
    'LICENSE',
    'README.md',
    'dist/cjs/THIRD-PARTY-NOTICES.txt',
    'dist/cjs/index.cjs',
    'dist/cjs/index.cjs.map',
    'dist/esm/THIRD-PARTY-NOTICES.txt',
    'dist/esm/factory.mjs',
    'dist/esm/factory.mjs.map',
    'dist/esm/index.mjs',
    'dist/esm/index.mjs.map',
    'dist/types/index.d.cts',
    'dist/types/index.d.mts',
    'dist/web/THIRD-PARTY-NOTICES.txt',
    'dist/web/inmoment.d.ts',
    'dist/web/inmoment.js',
    'dist/web/inmoment.js.map',
    'dist/web/package.json',
    'package.json'
  ])
})

it('has no dependencies', () => {
  const { dependencies } = JSON.parse(project.readPackaged('package.json')) as { dependencies?: object }
  expect(dependencies).toBeUndefined()
})

it('names the browser bundle for CDNs', () => {
  const { unpkg, jsdelivr } = packageJson
  expect([unpkg, jsdelivr]).toEqual(['dist/web/inmoment.js', 'dist/web/inmoment.js'])
})

it.each(BUNDLES)('names the package, its version and its license at the top of %s', (file) => {
  expect(project.readPackaged(file).split('\n')[0]).toBe(
    `/*! analytics-browser-actions-inmoment ${packageJson.version} | ${packageJson.license} */`
  )
})

it.each(BUNDLES)('has a source map that leads from %s to the sources', (file) => {
  const code = project.readPackaged(file)
  const map = project.readPackaged(`${file}.map`)
  expect(code.trimEnd().split('\n').at(-1)).toBe(`//# sourceMappingURL=${file.split('/').at(-1)}.map`)

  const text = file.endsWith('index.mjs') ? 'matched the event' : 'is missing: no survey was requested'
  const before = code.slice(0, code.indexOf(text)).split('\n')
  const sources = new TraceMap(map)
  const { source, line } = originalPositionFor(sources, { line: before.length, column: before.at(-1)?.length ?? 0 })
  const content = sourceContentFor(sources, source ?? '')
  expect(content?.split('\n')[(line ?? 0) - 1]).toContain(text)
})

it.each(BUNDLES)('has no paths of the machine in the source map of %s, and all sources', (file) => {
  const { sources, sourcesContent } = JSON.parse(project.readPackaged(`${file}.map`)) as {
    sources: string[]
    sourcesContent: (string | null)[]
  }
  for (const source of sources) expect(source).toMatch(/^\.\.\/\.\.\/(src|node_modules\/@segment)\/[\w./-]+$/)
  expect(sourcesContent).toHaveLength(sources.length)
  expect(sourcesContent).not.toContain(null)
})

it.each(['web', 'esm', 'cjs'])('has the licenses of all packages whose code is in dist/%s', (folder) => {
  const maps = packed.files.filter((file) => file.startsWith(`dist/${folder}/`) && file.endsWith('.map'))
  const sources = maps.flatMap((map) => (JSON.parse(project.readPackaged(map)) as { sources: string[] }).sources)
  const packages = new Set(sources.flatMap((source) => /node_modules\/(@[^/]+\/[^/]+|[^/]+)/.exec(source)?.[1] ?? []))
  expect([...packages].sort()).toEqual(['@segment/actions-core', '@segment/browser-destination-runtime'])

  const notices = project.readPackaged(`dist/${folder}/THIRD-PARTY-NOTICES.txt`).split('---')
  for (const name of packages) {
    const notice = notices.find((text) => text.trim().startsWith(`${name} `))
    expect(notice).toMatch(/\(MIT\)[^]+Copyright \(c\) \d+ Segment[^]+WITHOUT WARRANTY/)
  }
})

it('has no problems that publint knows', () => {
  expect(project.runCommand('publint/src/cli.js', '--strict', packed.archive)).toContain('All good!')
})

it('has types that resolve with each way to resolve modules', () => {
  expect(project.runCommand('@arethetypeswrong/cli/dist/index.js', packed.archive)).toContain('No problems found')
})

it('uses only syntax and built-in objects of ES2020', () => {
  const check = (...args: string[]) =>
    project.runCommand('es-check/lib/cli/index.js', 'es2020', '--checkFeatures', ...args)
  const bundles = BUNDLES.map((file) => join(project.packageFolder, file))
  expect(check(...bundles.filter((file) => !file.endsWith('.mjs')))).toContain('checking 2 files')
  expect(check('--module', ...bundles.filter((file) => file.endsWith('.mjs')))).toContain('checking 2 files')
})

it('builds the same browser bundle and source map, byte for byte, from the same source in another folder', () => {
  const folder = join(project.folder, 'web')
  runNode(['--import', 'tsx', 'tools/build/build.ts', folder])
  for (const file of ['inmoment.js', 'inmoment.js.map']) {
    expect(readFileSync(join(folder, file), 'utf8')).toBe(readFileSync(join(ROOT, 'dist/web', file), 'utf8'))
  }
})
