import type { SurveyCallbacks } from '../../../src/destinations/inmoment/wootric/types'
import '../sandbox/sandbox-beacon'

const calls: string[] = []
const callbacks: SurveyCallbacks = {
  after_eligible: (eligible) => calls.push(`eligible ${eligible}`),
  after_show: () => calls.push('shown'),
  after_response: (score, text) => calls.push(`response ${score} ${text}`),
  after_decline: () => calls.push('declined')
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
  calls.length = 0
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

test('run shows a survey with the product name', () => {
  window.wootricSettings = { ...window.wootricSettings, product_name: 'Juniper Coffee' }
  run()
  expect(calls).toEqual(['eligible true', 'shown'])
  expect(survey()?.querySelector('h2')?.textContent).toContain('recommend Juniper Coffee')
})

test('runs after_response when the score is selected, changed, and sent with a comment', () => {
  run()
  press('7')
  press('9')
  const comment = survey()?.querySelector('textarea')
  if (comment) comment.value = 'Fresh'
  press('Send')
  expect(calls.slice(2)).toEqual(['response 7 ', 'response 9 ', 'response 9 Fresh'])
})

test('closing the survey without a score declines it and prevents another survey', () => {
  run()
  press('Close survey')
  run()
  expect(calls).toEqual(['eligible true', 'shown', 'declined', 'eligible false'])
})

test('closing the survey after a score does not decline it', () => {
  run()
  press('3')
  press('Close survey')
  expect(calls).not.toContain('declined')
  expect(survey()).toBeUndefined()
})

test('another user on the same page sees a survey', () => {
  run()
  press('Close survey')
  run()
  window.wootricSettings = { ...window.wootricSettings, email: 'grace@example.com' }
  run()
  expect(calls.slice(3)).toEqual(['eligible false', 'eligible true', 'shown'])
})

test('with wootric_no_surveyed_cookie, the same user sees another survey', () => {
  window.wootric_no_surveyed_cookie = true
  run()
  press('Close survey')
  run()
  expect(calls.slice(3)).toEqual(['eligible true', 'shown'])
})

test('stop hides a visible survey without declining it', () => {
  run()
  window.WootricSurvey?.stop()
  expect(survey()).toBeUndefined()
  expect(calls).toEqual(['eligible true', 'shown'])
})

test('stop cancels a survey before it appears', () => {
  window.wootric?.('run')
  window.WootricSurvey?.stop()
  jest.runAllTimers()
  expect(calls).not.toContain('shown')
})

test('two survey requests in a row show one survey', () => {
  window.wootric?.('run')
  window.wootric?.('run')
  jest.runAllTimers()
  expect(document.querySelectorAll('[data-sandbox-survey]')).toHaveLength(1)
})

test('without an account token, no request is eligible', () => {
  window.wootricSettings = { callbacks }
  run()
  expect(calls).toEqual(['eligible false'])
})

test('only requests with an event name that is not registered are not eligible', () => {
  window.sandboxBeacon = { eligibility: ['Order Completed'] }
  window.wootricSettings = { ...window.wootricSettings, event_name: 'Order Cancelled' }
  run()
  window.wootricSettings = { ...window.wootricSettings, event_name: null }
  run()
  expect(calls).toEqual(['eligible false', 'eligible true', 'shown'])
})

test('wootric_survey_immediately makes every request eligible', () => {
  window.sandboxBeacon = { eligibility: 'no' }
  run()
  window.wootric_survey_immediately = true
  run()
  expect(calls).toEqual(['eligible false', 'eligible true', 'shown'])
})

test('page and group do not request a survey', () => {
  window.wootric?.('page')
  window.wootric?.('group')
  jest.runAllTimers()
  expect(calls).toEqual([])
})

test('settings passed to WootricSurvey.run apply to that run only', () => {
  window.WootricSurvey?.run({ product_name: 'Juniper Coffee' })
  jest.runAllTimers()
  expect(survey()?.querySelector('h2')?.textContent).toContain('Juniper Coffee')
  expect(window.wootricSettings).not.toHaveProperty('product_name')
})

test('an error in a callback does not stop the survey and is not logged', () => {
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
