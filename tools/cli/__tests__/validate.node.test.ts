import { readFileSync } from 'node:fs'
import { destination } from '../../../src/destinations/inmoment'
import { checkDefinition } from '../validate/check-definition'
import type { ExampleEvent } from '../validate/finding'
import { EXAMPLES, run } from '../../../test/support/run'

type Definition = typeof destination

const examples = readFileSync(EXAMPLES, 'utf8')
  .trim()
  .split('\n')
  .map((line) => (JSON.parse(line) as { event: ExampleEvent }).event)

/** The places that are found in a copy of the definition, after a change. */
function placesAfter(change: (definition: Definition) => void): string[] {
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
  return checkDefinition(copy, examples).map(({ place }) => place)
}

function presetOf(definition: Definition): { partnerAction: string; subscribe: string; mapping: object } {
  const preset = definition.presets?.[1]
  if (preset?.type !== 'automatic') throw new Error('the second preset is not automatic')
  return preset as { partnerAction: string; subscribe: string; mapping: object }
}

function actionOf(definition: Definition, key = 'trackEvent'): Definition['actions'][string] {
  const action = definition.actions[key]
  if (!action) throw new Error(`there is no action ${key}`)
  return action
}

function fieldOf(definition: Definition, key: string): Definition['actions'][string]['fields'][string] {
  const field = actionOf(definition).fields[key]
  if (!field) throw new Error(`there is no field ${key}`)
  return field
}

it('finds no problem in the definition', () => {
  expect(placesAfter(() => undefined)).toEqual([])
})

it('finds a preset of an action that does not exist', () => {
  expect(placesAfter((definition) => (presetOf(definition).partnerAction = 'gone'))).toContain(
    'presets[1].partnerAction'
  )
})

it('finds a preset that maps a field that does not exist', () => {
  expect(placesAfter((definition) => Object.assign(presetOf(definition).mapping, { gone: 'text' }))).toEqual([
    'presets[1].mapping.gone'
  ])
})

it('finds triggers that cannot be parsed', () => {
  expect(placesAfter((definition) => (presetOf(definition).subscribe = 'evnt = "Order Completed"'))).toContain(
    'presets[1].subscribe'
  )
  expect(placesAfter((definition) => (actionOf(definition).defaultSubscription = 'type = '))).toContain(
    'actions.trackEvent.defaultSubscription'
  )
  expect(placesAfter((definition) => (actionOf(definition).defaultSubscription = '(type ='))).toContain(
    'actions.trackEvent.defaultSubscription'
  )
})

it('finds a trigger that matches no example event', () => {
  expect(placesAfter((definition) => (presetOf(definition).subscribe = 'type = "trac"'))).toEqual([
    'presets[1].subscribe'
  ])
})

it('finds descriptions, titles and labels that are missing or blank', () => {
  const places = placesAfter((definition) => {
    definition.description = undefined
    actionOf(definition).title = ''
    actionOf(definition).description = ' '
    fieldOf(definition, 'email').description = ''
    fieldOf(definition, 'language').label = ''
    Object.assign(definition.settings?.testMode ?? {}, { label: '', description: '' })
  })
  expect(places).toEqual([
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
  [{ '@path': '$.evnt' }, 'has no value for 43 of the example events']
])('finds the default %j of a required field', (byDefault, problem) => {
  const eventName = { label: 'Event Name', description: 'A name.', type: 'string' as const, required: true }
  const { trackEvent } = destination.actions
  if (!trackEvent) throw new Error('no action trackEvent')
  const actions = { trackEvent: { ...trackEvent, fields: { eventName: { ...eventName, default: byDefault } } } }
  expect(checkDefinition({ ...destination, actions, presets: [] }, examples)).toEqual([
    expect.objectContaining({ place: 'actions.trackEvent.fields.eventName.default', problem })
  ])
})

it('finds a preset whose mapping is not the default of a field', () => {
  expect(placesAfter((definition) => Object.assign(presetOf(definition).mapping, { language: 'EN' }))).toEqual([
    'presets[1].mapping.language'
  ])
})

it('finds a mapping that cannot be evaluated', () => {
  expect(
    placesAfter((definition) => Object.assign(presetOf(definition).mapping, { language: { '@unknown': 1 } }))
  ).toContain('presets[1].mapping')
})

it('shows the place, the problem and the fix of each finding', () => {
  const { presets: _presets, ...rest } = destination
  expect(checkDefinition({ ...rest, description: '' }, examples)).toEqual([
    { place: 'description', problem: 'is missing', fix: 'add the text that Segment’s app should show' }
  ])
})

it('exits with 0, and prints its result as JSON', () => {
  const { code, out } = run(['validate', '--json'])
  expect(JSON.parse(out)).toEqual({ valid: true, findings: [] })
  expect(code).toBe(0)
})
