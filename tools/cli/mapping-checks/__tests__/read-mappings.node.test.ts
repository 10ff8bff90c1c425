import { presetSubscriptions } from '../../../../src/preset-subscriptions'
import { toPluginsCall, toReplayFile, toSubscriptionList } from '../mapping-exports'
import { positionOf } from '../problem'
import { readMappings } from '../read-mappings'

const mapping = {
  name: 'Orders',
  enabled: true,
  partnerAction: 'trackEvent',
  subscribe: 'type = "track"',
  mapping: { eventName: 'Order' }
}

function errorsIn(value: unknown): string[] {
  return readMappings(JSON.stringify(value)).problems.map(({ severity, message }) => `${severity}: ${message}`)
}

it('reads what it exports', () => {
  const settings = { accountToken: 'NPS-00000000', testMode: true }
  expect(readMappings(toSubscriptionList(presetSubscriptions()))).toEqual({
    subscriptions: presetSubscriptions(),
    problems: []
  })
  expect(readMappings(toReplayFile(settings, presetSubscriptions()))).toEqual({
    subscriptions: presetSubscriptions(),
    settings,
    problems: []
  })
  expect(toPluginsCall(settings, [])).toContain('inmomentPlugins({\n  "accountToken": "NPS-00000000"')
})

it("reads the answer of Segment's Public API", () => {
  const { name, enabled, partnerAction, subscribe, mapping: fields } = mapping
  const item = {
    id: '1',
    name,
    enabled,
    actionId: '2',
    actionSlug: partnerAction,
    destinationId: '3',
    modelId: '',
    trigger: subscribe,
    settings: fields
  }
  const answer = { data: { pagination: { current: 'MA==', totalEntries: 1 }, subscriptions: [item] } }
  expect(readMappings(JSON.stringify(answer))).toEqual({ subscriptions: [mapping], problems: [] })
})

it("reads analytics.js's configuration from Segment's CDN", () => {
  const integrations = {
    'Segment.io': {},
    'InMoment (Actions)': { accountToken: 'NPS-00000000', versionSettings: {}, subscriptions: [mapping] }
  }
  const { subscriptions, settings, problems } = readMappings(JSON.stringify({ integrations }))
  expect(problems).toEqual([])
  expect(subscriptions).toEqual([mapping])
  expect(settings).toMatchObject({ accountToken: 'NPS-00000000' })
})

it.each([
  [
    'an unknown action',
    [{ ...mapping, partnerAction: 'trackEvnt' }],
    'Unknown action trackEvnt. Did you mean trackEvent?'
  ],
  [
    'an unknown field',
    [{ ...mapping, mapping: { eventName: 'A', emial: 'x' } }],
    'Unknown field emial of trackEvent. Did you mean email?'
  ],
  ['a required field that is missing', [{ ...mapping, mapping: {} }], 'The required field eventName is missing.'],
  ['an unknown key', [{ ...mapping, enabld: true }], 'Unknown key enabld.'],
  ['Liquid', [{ ...mapping, mapping: { eventName: { '@liquid': 'x' } } }], 'Liquid does not work in the browser.'],
  [
    'an unknown directive',
    [{ ...mapping, mapping: { eventName: { '@pth': 'x' } } }],
    'Unknown directive @pth. Did you mean @path?'
  ],
  [
    'a path without $',
    [{ ...mapping, mapping: { eventName: { '@path': 'event' } } }],
    'A path starts with $, such as $.event.'
  ],
  [
    'a trigger that is read differently',
    [{ ...mapping, subscribe: "type = 'track'" }],
    `Segment reads: type = "'track'"`
  ],
  ['an unknown setting', { acountToken: 'x' }, 'Unknown setting acountToken. Did you mean accountToken?'],
  ['a setting that every object has', { constructor: 'x' }, 'Unknown setting constructor.'],
  [
    'an unknown choice',
    { surveyEvents: 'score' },
    'The setting surveyEvents has an unknown choice. Did you mean scores?'
  ],
  ['a text in place of a boolean', { testMode: 'true' }, 'The setting testMode is not a boolean.'],
  ['a text in place of a mapping', ['x'], 'A mapping is not an object.'],
  ['a number', 1, 'Expected a list of mappings']
])('reports %s', (_, value, message) => {
  expect(errorsIn(value)).toContainEqual(expect.stringContaining(message))
})

it('gives line and column of a problem, at its key', () => {
  const text =
    '[\n  {\n    "partnerAction": "trackEvent",\n    "subscribe": "type = \\"track\\"",\n    "mapping": { "eventName": "A", "emial": "x" }\n  }\n]'
  const [problem] = readMappings(text).problems
  expect(positionOf(text, problem?.start ?? 0)).toEqual({ line: 5, column: 36 })
  expect(text.slice(problem?.start, problem?.end)).toBe('"emial"')
})

it('reports JSON that is not valid with its place', () => {
  const text = '[\n  { "name": "A", }\n]'
  const [problem] = readMappings(text).problems
  expect(problem?.message).toMatch(/^The JSON is not valid: /)
  expect(positionOf(text, problem?.start ?? 0).line).toBe(2)
})

it.each([1000, 100_000])('reports JSON that is nested %d times', (depth) => {
  const messages = (text: string) => readMappings(text).problems.map(({ message }) => message)
  expect(messages('['.repeat(depth))).toEqual(['The JSON is nested too deeply.'])
  expect(messages(`${'['.repeat(depth)}${']'.repeat(depth)}`)).toEqual(['The JSON is nested too deeply.'])
  expect(messages(JSON.stringify([{ ...mapping, name: '['.repeat(depth) }]))).toEqual([])
})

it('gives the place of a problem in a trigger', () => {
  const text = JSON.stringify([{ ...mapping, subscribe: `type = "track" and event = 'A'` }])
  const [problem] = readMappings(text).problems
  expect(text.slice(problem?.start, problem?.end)).toBe("'A'")
})

it('gives no mapping that has an error, and those that have none', () => {
  const { subscriptions } = readMappings(JSON.stringify([mapping, { ...mapping, partnerAction: 'x' }]))
  expect(subscriptions).toEqual([mapping])
})

it('notes that Segment allows 50 mappings', () => {
  expect(errorsIn(Array<object>(51).fill(mapping))).toEqual([
    'note: Segment allows 50 mappings per destination. The list has 51.'
  ])
})
