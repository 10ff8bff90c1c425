import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getGzipSize } from '../../tools/perf/size/gzip-size'
import { ROOT, runNode } from '../support/run'
import { SiteProject } from '../support/site-project'

/** Apps that print what they import. */
const APPS = {
  factory: `import inmoment from 'analytics-browser-actions-inmoment'; console.log(inmoment.pluginName)`,
  code: `import { inmomentPlugins } from 'analytics-browser-actions-inmoment'
    console.log(inmomentPlugins({ accountToken: 'NPS-4aeb53c1' })[0].name)`,
  web: `import 'analytics-browser-actions-inmoment/web'; console.log(globalThis.inmomentDestination.pluginName)`
}

const BUNDLERS = {
  Vite: `import { build } from 'vite'
    for (const name of ${JSON.stringify(Object.keys(APPS))}) {
      const output = { entryFileNames: 'Vite-[name].mjs' }
      const options = { outDir: 'built', emptyOutDir: false, rolldownOptions: { input: name + '.js', output } }
      await build({ configFile: false, logLevel: 'warn', build: options })
    }`,
  webpack: `import webpack from 'webpack'
    const entry = ${JSON.stringify(Object.fromEntries(Object.keys(APPS).map((name) => [name, `./${name}.js`])))}
    const output = { path: import.meta.dirname + '/built', filename: 'webpack-[name].mjs' }
    webpack({ mode: 'production', context: import.meta.dirname, entry, output }, (error, stats) => {
      if (error || stats.hasErrors() || stats.hasWarnings()) throw error ?? new Error(stats.toString())
    })`
}

let project: SiteProject

beforeAll(() => {
  project = new SiteProject(['vite', 'webpack'])
  for (const [name, code] of Object.entries(APPS)) project.write(`${name}.js`, code)
})
afterAll(() => project.remove())

describe.each(Object.entries(BUNDLERS))('with %s', (bundler, script) => {
  const getBuilt = (app: string) => join(project.folder, `built/${bundler}-${app}.mjs`)

  beforeAll(() => project.run(`build-${bundler}.mjs`, script))

  it.each([
    ['factory', 'InMoment (Actions)'],
    ['code', 'InMoment (Actions) identifyUser'],
    ['web', 'InMoment (Actions)']
  ])('runs in an app (%s)', (app, output) => {
    expect(runNode([getBuilt(app)]).trim()).toBe(output)
  })

  it('adds at most 1 KB more to an app than the size of the browser bundle', () => {
    const bundle = getGzipSize(readFileSync(join(ROOT, 'dist/web/inmoment.js')))
    expect(getGzipSize(readFileSync(getBuilt('factory')))).toBeLessThanOrEqual(bundle + 1000)
  })
})
