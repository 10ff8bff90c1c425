import type { SurveyCallbacks } from '../../../src/destinations/inmoment/wootric/types'
import '../sandbox/sandbox-beacon'

const told: string[] = []
const callbacks: SurveyCallbacks = {
  after_eligible: (eligible) => told.push(`eligible ${eligible}`),
  after_show: () => told.push('shown'),
  after_response: (score, text) => told.push(`response ${score} ${text}`),
  after_decline: () => told.push('declined')
}

function survey(): ShadowRoot | undefined {
  return document.querySelector('[data-sandbox-survey]')?.shadowRoot ?? undefined
}

function press(label: string): void {
  const buttons = [...(survey()?.querySelectorAll('button') ?? [])]
  buttons.find((button) => (button.getAttribute('aria-label') ?? button.textContent) === label)?.click()
}

function run(): void {
  window.wootric?.('run')
  jest.runAllTimers()
}

beforeEach(() => {
  jest.useFakeTimers()
  told.length = 0
  window.wootricSettings = { account_token: 'NPS-5a4db0c5', email: 'ada@example.com', callbacks }
})

afterEach(() => {
  window.WootricSurvey?.stop()
  for (const cookie of document.cookie.split('; ')) document.cookie = `${cookie}; max-age=0; path=/`
  delete window.wootric_survey_immediately
  delete window.wootric_no_surveyed_cookie
  delete window.sandboxBeacon
  jest.useRealTimers()
})

test('a run shows the survey with the name of the product', () => {
  window.wootricSettings = { ...window.wootricSettings, product_name: 'Juniper Coffee' }
  run()
  expect(told).toEqual(['eligible true', 'shown'])
  expect(survey()?.querySelector('h2')?.textContent).toContain('recommend Juniper Coffee')
})

test('after_response runs when the score is chosen or changed and when the comment is sent', () => {
  run()
  press('7')
  press('9')
  const comment = survey()?.querySelector('textarea')
  if (comment) comment.value = 'Fresh'
  press('Send')
  expect(told.slice(2)).toEqual(['response 7 ', 'response 9 ', 'response 9 Fresh'])
})

test('closing the survey without a score declines it, and the user sees no other survey', () => {
  run()
  press('Close survey')
  run()
  expect(told).toEqual(['eligible true', 'shown', 'declined', 'eligible false'])
})

test('closing the survey after the score is not a decline', () => {
  run()
  press('3')
  press('Close survey')
  expect(told).not.toContain('declined')
  expect(survey()).toBeUndefined()
})

test('another user on the same page sees a survey', () => {
  run()
  press('Close survey')
  run()
  window.wootricSettings = { ...window.wootricSettings, email: 'grace@example.com' }
  run()
  expect(told.slice(3)).toEqual(['eligible false', 'eligible true', 'shown'])
})

test('with wootric_no_surveyed_cookie the same user sees another survey', () => {
  window.wootric_no_surveyed_cookie = true
  run()
  press('Close survey')
  run()
  expect(told.slice(3)).toEqual(['eligible true', 'shown'])
})

test('stop hides a shown survey without a decline', () => {
  run()
  window.WootricSurvey?.stop()
  expect(survey()).toBeUndefined()
  expect(told).toEqual(['eligible true', 'shown'])
})

test('stop cancels a survey that waits for its delay', () => {
  window.wootric?.('run')
  window.WootricSurvey?.stop()
  jest.runAllTimers()
  expect(told).not.toContain('shown')
})

test('two runs in a row show one survey', () => {
  window.wootric?.('run')
  window.wootric?.('run')
  jest.runAllTimers()
  expect(document.querySelectorAll('[data-sandbox-survey]')).toHaveLength(1)
})

test('without an account token no user is eligible', () => {
  window.wootricSettings = { callbacks }
  run()
  expect(told).toEqual(['eligible false'])
})

test('an event name that is not registered shows no survey, but a request without one does', () => {
  window.sandboxBeacon = { eligibility: ['Order Completed'] }
  window.wootricSettings = { ...window.wootricSettings, event_name: 'Order Cancelled' }
  run()
  window.wootricSettings = { ...window.wootricSettings, event_name: null }
  run()
  expect(told).toEqual(['eligible false', 'eligible true', 'shown'])
})

test('wootric_survey_immediately overrides the server', () => {
  window.sandboxBeacon = { eligibility: 'no' }
  run()
  window.wootric_survey_immediately = true
  run()
  expect(told).toEqual(['eligible false', 'eligible true', 'shown'])
})

test('page and group request no survey', () => {
  window.wootric?.('page')
  window.wootric?.('group')
  jest.runAllTimers()
  expect(told).toEqual([])
})

test('settings of WootricSurvey.run are used for this run only', () => {
  window.WootricSurvey?.run({ product_name: 'Juniper Coffee' })
  jest.runAllTimers()
  expect(survey()?.querySelector('h2')?.textContent).toContain('Juniper Coffee')
  expect(window.wootricSettings).not.toHaveProperty('product_name')
})

test('a callback that throws neither stops the survey nor reaches the console', () => {
  const consoleError = jest.spyOn(console, 'error')
  const broken = (): never => {
    throw new Error('broken')
  }
  window.wootricSettings = {
    ...window.wootricSettings,
    callbacks: { after_eligible: broken, after_show: broken, after_response: broken, after_decline: broken }
  }
  run()
  press('5')
  press('Send')
  expect(survey()?.textContent).toContain('Thank you for your feedback.')
  expect(consoleError).not.toHaveBeenCalled()
})
