import { readFileSync } from 'node:fs'
import { destination } from '../../../src/destinations/inmoment'
import { checkDefinition } from '../validate/check-definition'
import type { ExampleEvent } from '../validate/definition-problem'
import { EXAMPLES, run } from '../../../test/support/run'

type Definition = typeof destination

const examples = readFileSync(EXAMPLES, 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { event: ExampleEvent }).event)

/** Returns the paths of the problems in a copy of the definition after a change. */
function findProblems(change: (definition: Definition) => void): string[] {
  const copy = {
    ...structuredClone({ ...destination, initialize: undefined, actions: {} }),
    initialize: destination.initialize,
    actions: Object.fromEntries(
      Object.entries(destination.actions).map(([key, action]) => [
        key,
        { ...action, fields: structuredClone(action.fields) }
      ])
    )
  }
  change(copy)
  return checkDefinition(copy, examples).map(({ path }) => path)
}

function getPreset(definition: Definition): { partnerAction: string; subscribe: string; mapping: object } {
  const preset = definition.presets?.[1]
  if (preset?.type !== 'automatic') throw new Error('the second preset is not automatic')
  return preset as { partnerAction: string; subscribe: string; mapping: object }
}

function getAction(definition: Definition, key = 'trackEvent'): Definition['actions'][string] {
  const action = definition.actions[key]
  if (!action) throw new Error(`there is no action ${key}`)
  return action
}

function getField(definition: Definition, key: string): Definition['actions'][string]['fields'][string] {
  const field = getAction(definition).fields[key]
  if (!field) throw new Error(`there is no field ${key}`)
  return field
}

it('finds no problem in the definition', () => {
  expect(findProblems(() => undefined)).toEqual([])
})

it('finds a preset of an action that does not exist', () => {
  expect(findProblems((definition) => (getPreset(definition).partnerAction = 'gone'))).toContain(
    'presets[1].partnerAction'
  )
})

it('finds a preset that maps a field that does not exist', () => {
  expect(findProblems((definition) => Object.assign(getPreset(definition).mapping, { gone: 'text' }))).toEqual([
    'presets[1].mapping.gone'
  ])
})

it('finds triggers that cannot be parsed', () => {
  expect(findProblems((definition) => (getPreset(definition).subscribe = 'evnt = "Order Completed"'))).toContain(
    'presets[1].subscribe'
  )
  expect(findProblems((definition) => (getAction(definition).defaultSubscription = 'type = '))).toContain(
    'actions.trackEvent.defaultSubscription'
  )
  expect(findProblems((definition) => (getAction(definition).defaultSubscription = '(type ='))).toContain(
    'actions.trackEvent.defaultSubscription'
  )
})

it('finds a trigger that matches no example event', () => {
  expect(findProblems((definition) => (getPreset(definition).subscribe = 'type = "trac"'))).toEqual([
    'presets[1].subscribe'
  ])
})

it('finds descriptions, titles and labels that are missing or blank', () => {
  const paths = findProblems((definition) => {
    definition.description = undefined
    getAction(definition).title = ''
    getAction(definition).description = ' '
    getField(definition, 'email').description = ''
    getField(definition, 'language').label = ''
    Object.assign(definition.settings?.testMode ?? {}, { label: '', description: '' })
  })
  expect(paths).toEqual([
    'description',
    'settings.testMode.label',
    'settings.testMode.description',
    'actions.trackEvent.title',
    'actions.trackEvent.description',
    'actions.trackEvent.fields.email.description',
    'actions.trackEvent.fields.language.label'
  ])
})

it.each([
  [undefined, 'is missing on a required field'],
  [{ '@path': '$.evnt' }, 'has no value for 43 of 43 example events']
])('finds the default %j of a required field', (defaultValue, message) => {
  const eventName = { label: 'Event Name', description: 'A name.', type: 'string' as const, required: true }
  const { trackEvent } = destination.actions
  if (!trackEvent) throw new Error('there is no action trackEvent')
  const actions = { trackEvent: { ...trackEvent, fields: { eventName: { ...eventName, default: defaultValue } } } }
  expect(checkDefinition({ ...destination, actions, presets: [] }, examples)).toEqual([
    expect.objectContaining({ path: 'actions.trackEvent.fields.eventName.default', message })
  ])
})

it('finds a preset whose mapping differs from the default of a field', () => {
  expect(findProblems((definition) => Object.assign(getPreset(definition).mapping, { language: 'EN' }))).toEqual([
    'presets[1].mapping.language'
  ])
})

it('finds a mapping that cannot be evaluated', () => {
  expect(
    findProblems((definition) => Object.assign(getPreset(definition).mapping, { language: { '@unknown': 1 } }))
  ).toContain('presets[1].mapping')
})

it('returns the path, the message and the fix of each problem', () => {
  const { presets: _presets, ...rest } = destination
  expect(checkDefinition({ ...rest, description: '' }, examples)).toEqual([
    { path: 'description', message: 'is missing', fix: 'add the text that Segment’s app should show' }
  ])
})

it('exits with 0, and prints its result as JSON', () => {
  const { code, out } = run(['validate', '--json'])
  expect(JSON.parse(out)).toEqual({ valid: true, problems: [] })
  expect(code).toBe(0)
})
