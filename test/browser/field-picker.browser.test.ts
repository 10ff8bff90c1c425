import { findAxeViolations } from '../support/axe-violations'
import { useTester } from '../support/tester-suite'

const suite = useTester()

const TRIAL_STARTED = { type: 'track', event: 'Trial Started', properties: { plan: 'team', trial_end: '2026-03-01' } }

beforeEach(async () => {
  await suite.tester.writeEvent(TRIAL_STARTED)
  await suite.tester.openMapping('Track Event')
})

function field(name: string) {
  return suite.tester.page.getByRole('group', { name, exact: true })
}

test('picks a property of the current event, and shows its value', async () => {
  const { tester } = suite
  const eventName = field('Event Name')
  await eventName.getByText('For this event: "Trial Started"').waitFor()
  await tester.page.getByLabel('Property for Event Name').selectOption('$.properties.plan: "team"')
  expect(await tester.page.getByLabel('Event Name: path', { exact: true }).inputValue()).toBe('$.properties.plan')
  await eventName.getByText('For this event: "team"').waitFor()
  await tester.mappingResult('Track Event').getByText('"eventName": "team"').waitFor()

  await field('Language').getByText('For this event: no value.').waitFor()
  await tester.page.getByLabel('Property for Language').selectOption('$.context.locale')
  await field('Language').getByText('analytics.js can add the value').waitFor()
  expect(await findAxeViolations(tester.page)).toEqual([])
  await tester.takeScreenshot('field-picker')
})

test('maps the first of several paths, as the presets do', async () => {
  const { tester } = suite
  const eventName = field('Event Name')
  await eventName
    .getByLabel(/^Event Name/)
    .first()
    .selectOption('First of')
  expect(await tester.page.getByLabel('Event Name: path 1', { exact: true }).inputValue()).toBe('$.event')
  await tester.page.getByLabel('Event Name: path 1', { exact: true }).fill('$.properties.label')
  await tester.button('Add path to Event Name').click()
  await tester.page.getByLabel('Property 2 for Event Name').selectOption('$.properties.plan: "team"')
  await eventName.getByText('For this event: "team"').waitFor()
  // The URL has the mapping, in the same form as the presets.
  await tester.reload(() => tester.button('Reload now').click())
  expect(await tester.page.getByLabel('Event Name: path 2', { exact: true }).inputValue()).toBe('$.properties.plan')
  await tester.button('Remove path 1 of Event Name').click()
  await eventName.getByText('For this event: "team"').waitFor()
})

test('warns about a path that finds nothing if the event has a similar name', async () => {
  const { tester } = suite
  await tester.page.getByLabel('Event Name: path', { exact: true }).fill('$.properties.trialEnd')
  const warning = field('Event Name').getByText('The event has no $.properties.trialEnd, but $.properties.trial_end.')
  await warning.waitFor()
  await tester.button('Use $.properties.trial_end').click()
  await field('Event Name').getByText('For this event: "2026-03-01"').waitFor()
  expect(await warning.count()).toBe(0)

  // Events that the trigger does not match have other names.
  await tester.page.getByLabel('Event Name: path', { exact: true }).fill('$.properties.trialEnd')
  await warning.waitFor()
  await tester.page.getByLabel('Trigger (FQL)').fill('type = "page"')
  expect(await warning.count()).toBe(0)
})

test('keeps what you entered for each kind of value', async () => {
  const { tester } = suite
  const kind = field('Event Name').getByRole('combobox', { name: /^Event Name required/ })
  await kind.selectOption('Template')
  expect(await tester.page.getByLabel('Event Name: template', { exact: true }).inputValue()).toBe('{{event}}')
  await tester.page.getByLabel('Property for Event Name').selectOption('$.properties.plan: "team"')
  await kind.selectOption('Fixed value')
  await tester.page.getByLabel('Event Name: value').fill('Upgrade')
  await kind.selectOption('No value')
  await tester.button('Track Event').click()
  await tester.button('Track Event').click()

  await kind.selectOption('Template')
  await field('Event Name').getByText('For this event: "Trial Startedteam"').waitFor()
  await kind.selectOption('Fixed value')
  expect(await tester.page.getByLabel('Event Name: value').inputValue()).toBe('Upgrade')
  await kind.selectOption('Event property')
  expect(await tester.page.getByLabel('Event Name: path', { exact: true }).inputValue()).toBe('$.event')
})

test('shows the value after a reset', async () => {
  const { tester } = suite
  await tester.page.getByLabel('Event Name: path', { exact: true }).fill('$.name')
  await tester.button('Reset to presets').click()
  await tester.openMapping('Track Event')
  expect(await tester.page.getByLabel('Event Name: path', { exact: true }).inputValue()).toBe('$.event')
})

test('maps an object from key-value pairs', async () => {
  const { tester } = suite
  const properties = field('Properties')
  await properties.getByRole('combobox', { name: 'Properties', exact: true }).selectOption('Key-value pairs')
  await tester.page.getByLabel('Property 1 for Properties').selectOption('$.properties.plan: "team"')
  expect(await tester.page.getByLabel('Properties: key 1').inputValue()).toBe('plan')
  await tester.button('Add pair to Properties').click()
  await tester.page.getByLabel('Properties: key 2').fill('seats')
  await tester.page.getByLabel('Properties: value 2').fill('12')
  await properties.getByText('For this event: {"plan":"team","seats":12}').waitFor()
  expect(await findAxeViolations(tester.page)).toEqual([])
  await tester.takeScreenshot('pairs')
  await tester.button('Remove pair 1 of Properties').click()
  await properties.getByText('For this event: {"seats":12}').waitFor()
})
