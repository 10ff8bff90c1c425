import { presetSubscriptions } from '../../src/preset-subscriptions'
import { destination } from '../../src/destinations/inmoment'
import { useTester } from '../support/tester-suite'

const suite = useTester()

const TRIAL_STARTED = { type: 'track', event: 'Trial Started', properties: { plan: 'team' } }

test('shows every setting and field with its label and description', async () => {
  const { tester } = suite
  await tester.openTab('Settings')
  const settings = tester.region('Destination settings')
  for (const { label, description } of Object.values(destination.settings ?? {})) {
    await settings.getByLabel(new RegExp(`^${label}`)).waitFor()
    await settings.getByText(description, { exact: true }).waitFor()
  }
  await tester.openTab('Mappings')
  // The only action without a preset.
  await tester.page.getByLabel('Action of the new mapping').selectOption('Request Survey')
  await tester.button('Add mapping').click()
  for (const action of Object.values(destination.actions)) {
    await tester.openMapping(action.title)
    for (const { label, description } of Object.values(action.fields)) {
      await tester.page.getByText(description, { exact: true }).waitFor()
      expect(await tester.page.getByLabel(new RegExp(`^${label}`)).count()).toBeGreaterThan(0)
    }
  }
})

test('updates the preview while you type in a mapping, and sends with the changed mapping', async () => {
  const { tester } = suite
  await tester.writeEvent(TRIAL_STARTED)
  await tester.openMapping('Track Event')
  await tester.page.getByLabel('Event Name: path').fill('$.properties.plan')
  await tester.mappingResult('Track Event').getByText('"eventName": "team"').waitFor()

  await tester.page.getByText('Your changes apply after a reload.').waitFor()
  await tester.send()
  await tester.waitForEntry('track Trial Started')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('run') team"])
  expect(await tester.getSetting('event_name')).toEqual({ text: 'event_name: "team"', change: 'added' })
  // After a reload, the focus and the inputs are the same.
  expect(await tester.page.evaluate(() => document.activeElement?.id)).toBe('send-event')
  expect(await tester.page.getByLabel('Event Name: path').inputValue()).toBe('$.properties.plan')
})

test('maps a field to a fixed value, a template, JSON with directives, no value, or a choice', async () => {
  const { tester } = suite
  await tester.writeEvent(TRIAL_STARTED)
  await tester.openMapping('Track Event')
  const kind = tester.page.getByLabel(/^Event Name required/)
  const result = tester.mappingResult('Track Event')

  await kind.selectOption('Fixed value')
  await tester.page.getByLabel('Event Name: value').fill('Upgrade')
  await result.getByText('"eventName": "Upgrade"').waitFor()

  await kind.selectOption('Template')
  await tester.page.getByLabel('Event Name: template').fill('{{event}} on {{properties.plan}}')
  await result.getByText('"eventName": "Trial Started on team"').waitFor()

  await kind.selectOption('JSON')
  const editor = tester.page.getByRole('textbox', { name: 'Event Name as JSON' })
  await editor.fill('{"@case": {"operator": "upper", "value": {"@path": "$.event"}}}')
  await result.getByText('"eventName": "TRIAL STARTED"').waitFor()
  await editor.fill('{"@case": ')
  await tester.page.getByText('The mapping keeps the last valid JSON.').waitFor()

  await kind.selectOption('No value')
  await result.getByText('Required fields are empty: Event Name.').waitFor()
  await tester.page.getByText('This field is required.').waitFor()

  await tester.page.getByLabel('Add Type Suffixes to Properties: value').selectOption('Yes')
  await result.getByText('"typedPropertyNames": true').waitFor()
})

test('checks a trigger while you type, and shows unmet conditions', async () => {
  const { tester } = suite
  await tester.writeEvent(TRIAL_STARTED)
  await tester.openMapping('Track Event')
  const trigger = tester.page.getByLabel('Trigger (FQL)')

  await trigger.fill('type = "track" and event = "Order Completed"')
  await tester
    .mappingResult('Track Event')
    .getByText('Conditions not met: event = "Order Completed" (actual: "Trial Started").')
    .waitFor()

  await trigger.fill('type = "track" and (event = ')
  await tester.page.getByText('The trigger is not valid FQL').first().waitFor()
  expect(await trigger.getAttribute('aria-invalid')).toBe('true')
  expect(await tester.mappingResult('Track Event').getAttribute('data-status')).toBe('error')
})

test('does not run a disabled mapping', async () => {
  const { tester } = suite
  await tester.page.getByLabel('Enable Track Event').uncheck()
  await tester.send(TRIAL_STARTED)
  await tester.waitForEntry('track Trial Started')
  expect(await tester.mappingResult('Track Event').getAttribute('data-status')).toBe('disabled')
  expect(await tester.getBeaconCalls()).toEqual([])
})

test('runs several mappings of one action', async () => {
  const { tester } = suite
  // A survey would cover the mappings.
  await tester.page.getByLabel('Eligibility').selectOption('No requests')
  await tester.page.getByLabel('Action of the new mapping').selectOption('Track Event')
  await tester.button('Add mapping').click()
  expect(await tester.page.evaluate(() => document.activeElement?.textContent)).toBe('Track Event 2')
  await tester.page.getByLabel(/^Event Name required/).selectOption('Fixed value')
  await tester.page.getByLabel('Event Name: value').fill('Anything')
  await tester.send(TRIAL_STARTED)
  await tester.waitForEntry('track Trial Started')
  expect(await tester.getBeaconCalls()).toEqual(["wootric('run') Trial Started", "wootric('run') Anything"])

  await tester.openMapping('Track Event 2')
  await tester.button('Remove mapping').click()
  expect(await tester.page.getByLabel('Enable Track Event 2').count()).toBe(0)
  expect(await tester.page.evaluate(() => document.activeElement?.textContent)).toBe('Identify Group')
})

test('resets mappings to the presets', async () => {
  const { tester } = suite
  await tester.openMapping('Track Event')
  await tester.page.getByLabel('Name', { exact: true }).fill('Trials')
  await tester.page.getByLabel('Enable Trials').waitFor()
  await tester.button('Reset to presets').click()
  await tester.page.getByText('Mappings reset to presets').waitFor()
  await tester.page.getByLabel('Enable Track Event').waitFor()
  expect(await tester.page.getByRole('switch').count()).toBe(presetSubscriptions().length)
})

test('does not match screen events, which Segment does not deliver', async () => {
  const { tester } = suite
  await tester.writeEvent({ type: 'screen', name: 'Checkout' })
  await tester
    .mappingResult('Track Page')
    .getByText('Segment does not deliver screen events to browser destinations.')
    .waitFor()
})
