import { findAxeViolations } from '../support/axe-violations'
import { useTester } from '../support/tester-suite'

const suite = useTester()

const TRIAL_STARTED = { type: 'track', event: 'Trial Started', properties: { plan: 'team', seats: 12 } }

test('builds a trigger from conditions, and shows it as FQL', async () => {
  const { tester } = suite
  const { page } = tester
  await tester.writeEvent(TRIAL_STARTED)
  await tester.openMapping('Track Event')
  const fql = page.getByLabel('Trigger (FQL)')
  expect(await page.getByLabel('Condition 1: value').inputValue()).toBe('track')

  await tester.button('Add condition').click()
  await page.getByLabel('Condition 2: value').fill('Trial Started')
  expect(await fql.inputValue()).toBe('type = "track" and event = "Trial Started"')
  expect(await tester.mappingResult('Track Event').getAttribute('data-status')).toBe('matched')

  await page.getByLabel('Condition 2: tests').selectOption('Property')
  await page.getByText('Enter a name. The trigger keeps its last valid conditions.').waitFor()
  expect(await fql.inputValue()).toBe('type = "track" and event = "Trial Started"')
  await page.getByLabel('Condition 2: name').fill('seats')
  await page.getByLabel('Condition 2: operator').selectOption('is at least')
  await page.getByText('Enter a number.').waitFor()
  await page.getByLabel('Condition 2: value').fill('12.5')
  expect(await fql.inputValue()).toBe('type = "track" and properties.seats >= 12.5')
  await tester.mappingResult('Track Event').getByText('Conditions not met').waitFor()

  await tester.button('Add group').click()
  await page.getByLabel('Condition 3.1: value').fill('Upgraded')
  await tester.button('Add condition to group').click()
  await page.getByLabel('Condition 3.2: value').fill('Downgraded')
  await tester.button('Remove condition 2').click()
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Add condition')
  expect(await fql.inputValue()).toBe('type = "track" and (event = "Upgraded" or event = "Downgraded")')
  await page.getByText("Segment's self-service plans allow 2 conditions per trigger.").waitFor()
  expect(await findAxeViolations(page)).toEqual([])
  await tester.takeScreenshot('trigger-builder')

  await page.getByLabel('Conditions: match').selectOption('Any of')
  expect(await fql.inputValue()).toBe('type = "track" or (event = "Upgraded" or event = "Downgraded")')
})

test('shows the conditions of FQL that you type', async () => {
  const { page } = suite.tester
  await suite.tester.openMapping('Track Event')
  const fql = page.getByLabel('Trigger (FQL)')
  await fql.fill('contains(event, "Order") or traits.plan != null')
  expect(await page.getByLabel('Conditions: match').inputValue()).toBe('or')
  expect(await page.getByLabel('Condition 1: operator').inputValue()).toBe('contains')
  expect(await page.getByLabel('Condition 2: name').inputValue()).toBe('plan')
  expect(await page.getByLabel('Condition 2: value').count()).toBe(0)

  await fql.fill('type = "track" and (event = ')
  await page.getByText('The builder cannot show this trigger. Edit the FQL.').waitFor()
  expect(await fql.inputValue()).toBe('type = "track" and (event = ')
})

test('warns if Segment reads a trigger differently than it looks, and selects the place', async () => {
  const { page } = suite.tester
  await suite.tester.openMapping('Track Event')
  const fql = page.getByLabel('Trigger (FQL)')
  await fql.fill('type = "track" and not event = "A"')
  await page.getByText('Segment ignores "not".').waitFor()
  await page.getByText('Segment reads: type = "track" and event = "A"').waitFor()
  expect(await page.getByLabel('Condition 2: operator').inputValue()).toBe('=')

  await suite.tester.button('Column 20').click()
  const selected = await fql.evaluate((input: HTMLTextAreaElement) =>
    input.value.slice(input.selectionStart, input.selectionEnd)
  )
  expect(selected).toBe('not')
  expect(await fql.evaluate((input) => input === document.activeElement)).toBe(true)
})

test('points out two mappings that request a survey for the same event', async () => {
  const { tester } = suite
  await tester.page.getByLabel('Action of the new mapping').selectOption('Request Survey')
  await tester.button('Add mapping').click()
  await tester.page.getByLabel('Trigger (FQL)').fill('type = "track" and event = "Upgraded"')
  const warning = tester.region('Destination mappings').getByText(/also requests a survey for the same event/)
  expect(await warning.allInnerTexts()).toEqual([
    'Request Survey also requests a survey for the same event, such as a track event "Upgraded". Exclude the event in one of the triggers.',
    'Track Event also requests a survey for the same event, such as a track event "Upgraded". Exclude the event in one of the triggers.'
  ])
  await tester.page.getByLabel('Enable Track Event').uncheck()
  expect(await warning.count()).toBe(0)
})
