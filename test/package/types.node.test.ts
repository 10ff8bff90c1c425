import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../support/run'
import { SiteProject } from '../support/site-project'

let project: SiteProject

beforeAll(() => {
  project = new SiteProject(['@segment/analytics-next'])
})
afterAll(() => project.remove())

const SITE = `
  import inmoment, { destination, inmomentPlugins, presetSubscriptions } from 'analytics-browser-actions-inmoment'
  import 'analytics-browser-actions-inmoment/web'
  export const names: string[] = inmomentPlugins({
    accountToken: 'NPS-4aeb53c1',
    subscriptions: presetSubscriptions()
  }).map(({ name }) => name)
  export const slug: string | undefined = destination.slug
  export const name: string = inmoment.pluginName
  export const isSame: boolean = window.inmomentDestination === inmoment
  // @ts-expect-error the account token is required
  inmomentPlugins({})`

it.each([
  ['bundler', 'esnext', ['site.ts']],
  ['node16', 'node16', ['site.cts', 'site.mts']],
  ['nodenext', 'nodenext', ['site.cts', 'site.mts']]
])('has type declarations that compile in a strict project (%s)', (moduleResolution, module, files) => {
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedSideEffectImports: true,
    noEmit: true,
    // Checks the package's declarations, but not those of TypeScript itself.
    skipDefaultLibCheck: true,
    module,
    moduleResolution,
    target: 'es2020',
    lib: ['es2022', 'dom'],
    types: []
  }
  for (const file of files) project.write(file, SITE)
  project.write('tsconfig.json', JSON.stringify({ compilerOptions, files }))
  expect(compile()).toBe('')
})

/** Returns the errors of the compiler. */
function compile(): string {
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], {
    cwd: project.folder,
    encoding: 'utf8'
  })
  return stdout
}
