import { SiteProject } from '../support/site-project'

let project: SiteProject

beforeAll(() => {
  project = new SiteProject()
})
afterAll(() => project.remove())

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
  const report = project.run(
    'site.cjs',
    `const { default: inmoment, destination, inmomentPlugins } = require('analytics-browser-actions-inmoment'); ${REPORT}`
  )
  expect(JSON.parse(report)).toEqual(EXPECTED)
})

it('can be imported in Node', () => {
  const report = project.run(
    'site.mjs',
    `import inmoment, { destination, inmomentPlugins } from 'analytics-browser-actions-inmoment'; ${REPORT}`
  )
  expect(JSON.parse(report)).toEqual(EXPECTED)
})

it.each([
  ['imported', 'web.mjs', `import 'analytics-browser-actions-inmoment/web'`],
  ['required', 'web.cjs', `require('analytics-browser-actions-inmoment/web')`]
])('sets the global that analytics.js uses if the browser bundle is %s', (_how, file, load) => {
  const report = project.run(file, `${load}; console.log(globalThis.inmomentDestination.pluginName)`)
  expect(report).toBe('InMoment (Actions)')
})
