import { presetSubscriptions } from '../../src/preset-subscriptions'
import { destination } from '../../src/destinations/inmoment'
import { useTester } from '../support/tester-suite'

const suite = useTester()

const TRIAL_STARTED = { type: 'track', event: 'Trial Started', properties: { plan: 'team' } }

test('every setting and field of the definition is there with its label and description', async () => {
  const { tester } = suite
  await tester.tab('Settings')
  const settings = tester.region('Settings of the destination')
  for (const { label, description } of Object.values(destination.settings ?? {})) {
    await settings.getByLabel(new RegExp(`^${label}`)).waitFor()
    await settings.getByText(description, { exact: true }).waitFor()
  }
  await tester.tab('Mappings')
  // The only action without a preset.
  await tester.page.getByLabel('Action of a new mapping').selectOption('Request Survey')
  await tester.button('Add mapping').click()
  for (const action of Object.values(destination.actions)) {
    await tester.openMapping(action.title)
    for (const { label, description } of Object.values(action.fields)) {
      await tester.page.getByText(description, { exact: true }).waitFor()
      expect(await tester.page.getByLabel(new RegExp(`^${label}`)).count()).toBeGreaterThan(0)
    }
  }
})

test('a changed mapping changes the payload as one types, and then what the beacon gets', async () => {
  const { tester } = suite
  await tester.writeEvent(TRIAL_STARTED)
  await tester.openMapping('Track Event')
  await tester.page.getByLabel('Event Name: path').fill('$.properties.plan')
  await tester.mappingResult('Track Event').getByText('"eventName": "team"').waitFor()

  await tester.page.getByText('Changed since the page loaded.').waitFor()
  await tester.send()
  await tester.sent('track Trial Started')
  expect(await tester.beaconCalls()).toEqual(["wootric('run') team"])
  expect(await tester.setting('event_name')).toEqual({ text: 'event_name: "team"', change: 'added' })
  // The page has loaded again in between, which must not be felt.
  expect(await tester.page.evaluate(() => document.activeElement?.id)).toBe('send-event')
  expect(await tester.page.getByLabel('Event Name: path').inputValue()).toBe('$.properties.plan')
})

test('a field takes a fixed value, a template, a choice, nothing, or JSON with directives', async () => {
  const { tester } = suite
  await tester.writeEvent(TRIAL_STARTED)
  await tester.openMapping('Track Event')
  const mode = tester.page.getByLabel(/^Event Name required/)
  const result = tester.mappingResult('Track Event')

  await mode.selectOption('Fixed value')
  await tester.page.getByLabel('Event Name: value').fill('Upgrade')
  await result.getByText('"eventName": "Upgrade"').waitFor()

  await mode.selectOption('Template')
  await tester.page.getByLabel('Event Name: template').fill('{{event}} on {{properties.plan}}')
  await result.getByText('"eventName": "Trial Started on team"').waitFor()

  await mode.selectOption('JSON')
  const editor = tester.page.getByRole('textbox', { name: 'Event Name as JSON' })
  await editor.fill('{"@case": {"operator": "upper", "value": {"@path": "$.event"}}}')
  await result.getByText('"eventName": "TRIAL STARTED"').waitFor()
  await editor.fill('{"@case": ')
  await tester.page.getByText('The last valid JSON counts.').waitFor()

  await mode.selectOption('Nothing')
  await result.getByText('Required and empty: Event Name.').waitFor()
  await tester.page.getByText('This field is required.').waitFor()

  await tester.page.getByLabel('Add Type Suffixes to Properties: value').selectOption('Yes')
  await result.getByText('"typedPropertyNames": true').waitFor()
})

test('a trigger is checked as one types, and what of it is not met is said', async () => {
  const { tester } = suite
  await tester.writeEvent(TRIAL_STARTED)
  await tester.openMapping('Track Event')
  const trigger = tester.page.getByLabel('Trigger (FQL)')

  await trigger.fill('type = "track" and event = "Order Completed"')
  await tester
    .mappingResult('Track Event')
    .getByText('Not met: event = "Order Completed" (is "Trial Started").')
    .waitFor()

  await trigger.fill('type = "track" and (event = ')
  await tester.page.getByText('The trigger is not valid FQL').first().waitFor()
  expect(await trigger.getAttribute('aria-invalid')).toBe('true')
  expect(await tester.mappingResult('Track Event').getAttribute('data-status')).toBe('broken')
})

test('a mapping that is switched off takes no event', async () => {
  const { tester } = suite
  await tester.page.getByLabel('Mapping on: Track Event').uncheck()
  await tester.send(TRIAL_STARTED)
  await tester.sent('track Trial Started')
  expect(await tester.mappingResult('Track Event').getAttribute('data-status')).toBe('off')
  expect(await tester.beaconCalls()).toEqual([])
})

test('one action can have several mappings, each of which is run', async () => {
  const { tester } = suite
  await tester.page.getByLabel('Action of a new mapping').selectOption('Track Event')
  await tester.button('Add mapping').click()
  await tester.page.getByLabel(/^Event Name required/).selectOption('Fixed value')
  await tester.page.getByLabel('Event Name: value').fill('Anything')
  await tester.send(TRIAL_STARTED)
  await tester.sent('track Trial Started')
  expect(await tester.beaconCalls()).toEqual(["wootric('run') Trial Started", "wootric('run') Anything"])

  await tester.openMapping('Track Event 2')
  await tester.button('Remove this mapping').click()
  expect(await tester.page.getByLabel('Mapping on: Track Event 2').count()).toBe(0)
})

test('mappings are copied as Segment stores them, and go back to the presets', async () => {
  const { tester } = suite
  await tester.openMapping('Track Event')
  await tester.page.getByLabel('Name', { exact: true }).fill('Trials')
  await tester.page.getByLabel('Trigger (FQL)').fill('event = "Trial Started"')
  await tester.button('Copy mappings as JSON').click()
  await tester.page.getByText('Mappings copied').waitFor()
  const changed = presetSubscriptions().map((subscription) =>
    subscription.partnerAction === 'trackEvent'
      ? { ...subscription, name: 'Trials', subscribe: 'event = "Trial Started"' }
      : subscription
  )
  expect(JSON.parse(await tester.clipboard())).toEqual(changed)

  await tester.button('Reset to presets').click()
  await tester.button('Copy mappings as JSON').click()
  await tester.page.getByText('Mappings copied').waitFor()
  expect(JSON.parse(await tester.clipboard())).toEqual(presetSubscriptions())
})

test('a screen event matches nothing, since the runtime hands none on', async () => {
  const { tester } = suite
  await tester.writeEvent({ type: 'screen', name: 'Checkout' })
  await tester
    .mappingResult('Track Page')
    .getByText("Segment's runtime hands no screen event to destinations in the browser.")
    .waitFor()
})
