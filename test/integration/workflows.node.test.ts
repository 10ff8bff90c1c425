import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import manifest from '../../package.json'
import { ROOT } from '../support/run'

interface Step {
  uses?: string
  run?: string
  with?: Record<string, unknown>
}

interface Job {
  permissions?: Record<string, string>
  'timeout-minutes'?: number
  uses?: string
  steps?: Step[]
  strategy?: { matrix: Record<string, unknown> }
}

interface Workflow {
  name?: string
  on: Record<string, unknown>
  permissions?: object
  concurrency?: { group: string }
  jobs: Record<string, Job>
}

const files = readYaml('.github/workflows')
const workflows = files.map(([name, text]): [string, Workflow] => [name, parse(text) as Workflow])
const jobs = workflows.flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, job]): [string, Job] => [`${file}, ${name}`, job])
)

it('has workflows', () => {
  expect(workflows.map(([file]) => file)).toEqual(expect.arrayContaining(['test.yml', 'release.yml']))
})

it.each(files)('pins each action in %s by a commit, with its version in a comment', (_, text) => {
  const actions = [...text.matchAll(/uses: (?!\.\/)(.+)/g)].map(([, action]) => action)
  for (const action of actions) expect(action).toMatch(/^[\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/)
})

it('uses one commit of each action', () => {
  const actions = new Set(files.flatMap(([, text]) => [...text.matchAll(/uses: (?!\.\/)(.+)/g)].map(([, one]) => one)))
  const names = [...actions].map((action) => action?.split('@')[0])
  expect(names).toEqual([...new Set(names)])
})

it.each(workflows)('gives no permission to all jobs of %s, and limits how many runs there are', (_, workflow) => {
  expect(workflow.permissions).toEqual({})
  expect(workflow.concurrency?.group).toBeTruthy()
  expect(Object.keys(workflow.on)).not.toContain('pull_request_target')
})

it.each(jobs)('lists the permissions of %s, and lets only the publishing job write', (name, job) => {
  expect(job.permissions).toEqual(name === 'release.yml, publish' ? { 'id-token': 'write' } : { contents: 'read' })
  expect(job.uses ?? job['timeout-minutes']).toBeTruthy()
})

it.each(jobs)('runs only scripts that exist in %s, and puts no data of events into commands', (_, { steps = [] }) => {
  const commands = steps.flatMap(({ run }) => run ?? [])
  const scripts = commands.flatMap((command) => [...command.matchAll(/npm (?:run (\S+)|(test|start)\b)/g)])
  for (const [, script, shortcut] of scripts) expect(Object.keys(manifest.scripts)).toContain(script ?? shortcut)
  expect(commands.join('\n')).not.toContain('${{')
})

it('keeps no token in a checkout', () => {
  const checkouts = jobs.flatMap(([, { steps = [] }]) =>
    steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  )
  expect(checkouts).not.toHaveLength(0)
  for (const { with: inputs } of checkouts) expect(inputs).toMatchObject({ 'persist-credentials': false })
})

it('runs no code of the project in the job that can publish', () => {
  const publish = workflows.find(([file]) => file === 'release.yml')?.[1].jobs.publish
  expect(publish?.steps?.flatMap(({ run }) => run ?? [])).toEqual([
    'npm publish ./"$PACKAGE"-*.tgz --provenance --access public'
  ])
})

it('packs and publishes both packages', () => {
  const { pack, publish } = workflows.find(([file]) => file === 'release.yml')?.[1].jobs ?? {}
  expect(publish?.strategy?.matrix.package).toEqual([manifest.name, 'analytics-react-native-plugin-inmoment'])
  const packs = pack?.steps?.flatMap(({ run }) => run ?? []).filter((command) => command.includes('npm pack'))
  expect(packs).toEqual([
    'mkdir packed && npm pack --pack-destination packed',
    'npm pack ./dist/react-native --pack-destination packed'
  ])
})

it.each(readYaml('.github/ISSUE_TEMPLATE').filter(([name]) => name !== 'config.yml'))(
  'has a name, a description and fields with unique IDs in the form %s',
  (_, text) => {
    const form = parse(text) as { name: string; description: string; body: { type: string; id?: string }[] }
    const ids = form.body.filter(({ type }) => type !== 'markdown').map(({ id }) => id)
    expect(form).toMatchObject({ name: expect.any(String) as string, description: expect.any(String) as string })
    expect(ids).not.toContain(undefined)
    expect(ids).toEqual([...new Set(ids)])
  }
)

it('reads Dependabot for npm and for the actions', () => {
  const { updates } = parse(readFileSync(join(ROOT, '.github/dependabot.yml'), 'utf8')) as { updates: object[] }
  expect(updates).toMatchObject([{ 'package-ecosystem': 'npm' }, { 'package-ecosystem': 'github-actions' }])
})

function readYaml(folder: string): [name: string, text: string][] {
  const names = readdirSync(join(ROOT, folder)).filter((name) => name.endsWith('.yml'))
  return names.map((name) => [name, readFileSync(join(ROOT, folder, name), 'utf8')])
}
