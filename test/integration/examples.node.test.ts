import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { globSync } from 'tinyglobby'
import { ROOT } from '../support/run'

interface Package {
  version: string
  dependencies?: Record<string, string>
  devDependencies?: Record<string, string>
}

function read(file: string): string {
  return readFileSync(join(ROOT, file), 'utf8')
}

const project = JSON.parse(read('package.json')) as Package
const versions: Record<string, string> = {
  ...project.devDependencies,
  'analytics-browser-actions-inmoment': project.version
}

it.each(globSync('examples/*/package.json', { cwd: ROOT }))('%s has the major versions of this project', (file) => {
  const { dependencies, devDependencies } = JSON.parse(read(file)) as Package
  const packages = Object.entries({ ...dependencies, ...devDependencies })
  expect(packages).toEqual(packages.map(([name]) => [name, `^${versions[name]?.split('.')[0] ?? ''}`]))
})

it('the README on the strict policy has the same policy as the page', () => {
  const [, header] = /^Content-Security-Policy: (.+)$/m.exec(read('examples/strict-csp/README.md')) ?? []
  const [, meta] = /content="([^"]+default-src[^"]+)"/.exec(read('examples/strict-csp/index.html')) ?? []
  expect(header).toBeDefined()
  expect(meta?.trim().replace(/\s+/g, ' ')).toBe(header)
})
