import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT, run } from '../../../test/support/run'

const FOLDER = 'packages/browser-destinations/destinations/inmoment'

let checkout: string

beforeEach(() => {
  checkout = mkdtempSync(join(tmpdir(), 'inmoment-export-'))
})

afterEach(() => rmSync(checkout, { recursive: true }))

function listFiles(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

function readFiles(folder: string): Record<string, string> {
  return Object.fromEntries(
    listFiles(folder).map((path) => [path.slice(folder.length + 1), readFileSync(path, 'utf8')])
  )
}

it('writes the package into an empty folder and nothing else, and the same bytes again', () => {
  const { code, out, err } = run(['export', checkout])
  expect({ code, err }).toEqual({ code: 0, err: '' })
  expect(out).toContain("register('ID', '@segment/analytics-browser-actions-inmoment')")
  const files = readFiles(checkout)
  const others = Object.keys(files).filter((path) => !path.startsWith(`${FOLDER}/src/`))
  expect(others).toEqual(
    ['README.md', 'metadata.json', 'package.json', 'tsconfig.json'].map((name) => `${FOLDER}/${name}`)
  )
  expect(readFiles(join(checkout, FOLDER, 'src'))).toEqual(readFiles(join(ROOT, 'src/destinations/inmoment')))
  expect(files[`${FOLDER}/metadata.json`]).toBe(readFileSync(join(ROOT, 'metadata.json'), 'utf8'))

  writeFileSync(join(checkout, FOLDER, 'src/removed-since.ts'), '')
  run(['export', checkout])
  expect(readFiles(checkout)).toEqual(files)
})

it('keeps the version of the package and that of the runtime in the checkout, and changes no other file', () => {
  const runtime = 'packages/browser-destination-runtime/package.json'
  mkdirSync(join(checkout, 'packages/browser-destination-runtime'), { recursive: true })
  writeFileSync(join(checkout, runtime), '{ "version": "1.200.0" }')
  mkdirSync(join(checkout, FOLDER, 'dist'), { recursive: true })
  writeFileSync(join(checkout, FOLDER, 'package.json'), '{ "version": "1.7.0" }')
  writeFileSync(join(checkout, FOLDER, 'dist/index.js'), 'built')
  expect(run(['export', checkout]).code).toBe(0)
  const files = readFiles(checkout)
  expect(files[runtime]).toBe('{ "version": "1.200.0" }')
  expect(files[`${FOLDER}/dist/index.js`]).toBe('built')
  const { version, dependencies } = JSON.parse(files[`${FOLDER}/package.json`] ?? '') as Record<string, unknown>
  expect(version).toBe('1.7.0')
  expect(dependencies).toEqual({ '@segment/browser-destination-runtime': '^1.200.0' })
})

it('writes nothing into a folder with other files', () => {
  writeFileSync(join(checkout, 'notes.txt'), '')
  const { code, err } = run(['export', checkout])
  expect(code).toBe(2)
  expect(err).toContain("neither a checkout of Segment's repository nor empty")
  expect(listFiles(checkout)).toEqual([join(checkout, 'notes.txt')])
})
