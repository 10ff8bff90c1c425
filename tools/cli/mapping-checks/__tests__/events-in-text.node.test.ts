import { eventsInText } from '../events-in-text'

it.each([
  ['a JSON object', '{"type":"page"}'],
  ['a JSON list', '[{"type":"page"},{"type":"page"}]'],
  ['JSON lines', '{"type":"page"}\n\n{"type":"page"}\n']
])('reads %s', (_, text) => {
  const { events, problems } = eventsInText(text)
  expect(problems).toEqual([])
  expect(new Set(events.map(({ type }) => type))).toEqual(new Set(['page']))
})

it.each([
  [
    `analytics.identify('u1', { email: 'a@b.co', age: -1, tags: ['x', true, null] })`,
    { type: 'identify', userId: 'u1', traits: { email: 'a@b.co', age: -1, tags: ['x', true, null] } }
  ],
  ['analytics.identify({ plan: "pro" });', { type: 'identify', traits: { plan: 'pro' } }],
  [
    'await analytics.track(`Order Completed`, { "total price": 9.5 })',
    { type: 'track', event: 'Order Completed', properties: { 'total price': 9.5 } }
  ],
  [
    `window.analytics.track('A', {}, { integrations: {} }, function () { alert(1) })`,
    { type: 'track', event: 'A', properties: {} }
  ],
  [
    `analytics.page('Docs', 'Intro', { path: '/' })`,
    { type: 'page', category: 'Docs', name: 'Intro', properties: { name: 'Intro', path: '/' } }
  ],
  ['analytics.page()', { type: 'page', properties: {} }],
  [`analytics?.group('g1', { name: 'Acme' })`, { type: 'group', groupId: 'g1', traits: { name: 'Acme' } }],
  [`analytics.alias('u2')`, { type: 'alias', userId: 'u2' }]
])('reads %s', (text, event) => {
  expect(eventsInText(text)).toEqual({ events: [event], problems: [] })
})

it('reads several calls with comments between them', () => {
  const text = `analytics.identify('u1') // first\n/* then */ analytics.track('A');\nanalytics.track('B')`
  expect(eventsInText(text).events.map(({ type, event }) => event ?? type)).toEqual(['identify', 'A', 'B'])
})

it.each([
  ['analytics.track(name)', 'name'],
  ['analytics.track(alert(1))', 'alert(1)'],
  ["analytics.track('A', { ...rest })", '...rest'],
  ["analytics.track('A', { [key]: 1 })", '[key]: 1'],
  ['analytics.track(`A ${b}`)', '`A ${b}`']
])('never evaluates %s, and reports its place', (text, place) => {
  const { events, problems } = eventsInText(text)
  expect(events).toEqual([])
  expect(problems[0]?.message).toContain('literal')
  expect(text.slice(problems[0]?.start, problems[0]?.end)).toBe(place)
})

it.each([
  ['{"type":"track"', 'The JSON is not valid'],
  ['{"type":"x"}', 'The event needs a type'],
  ['[1]', 'An event is not an object.'],
  ["analytics.track('A'", 'not valid JavaScript'],
  ["console.log('A')", 'The JSON is not valid']
])('reports what is wrong with %s', (text, message) => {
  const { events, problems } = eventsInText(text)
  expect(events).toEqual([])
  expect(problems[0]?.message).toContain(message)
})
