import type { Settings } from '../generated-types'
import { getPageState } from '../page-state'
import { EMPTY_RESPONDENT } from '../respondent'
import { isSurveyEvent, addSurveyCallbacks } from '../survey-events'
import type { SurveyCallbacks } from '../wootric/types'
import { FakeAnalytics } from '../test-support/fake-analytics'
import { resetPage, throwError } from '../test-support/reset-page'
import { ACCOUNT_TOKEN } from '../test-support/constants'

const OPTIONS = { integrations: { 'InMoment (Actions)': false } }
const SHOWN = ['InMoment Survey Shown', { channel: 'web' }, OPTIONS]
const DECLINED = ['InMoment Survey Declined', { channel: 'web' }, OPTIONS]

const ann = { userId: 'ann', anonymousId: 'visitor-1' }

let analytics: FakeAnalytics

beforeEach(() => {
  resetPage()
  analytics = new FakeAnalytics({ ...ann })
  getPageState().respondent = { ...EMPTY_RESPONDENT, ...ann }
})

function response(properties: object): unknown[] {
  return ['InMoment Survey Response Submitted', { channel: 'web', ...properties }, OPTIONS]
}

/** Adds the callbacks for a survey request, and returns them as the beacon reads them. */
function request(surveyEvents?: string): SurveyCallbacks {
  const settings: Settings = { accountToken: ACCOUNT_TOKEN, surveyEvents }
  addSurveyCallbacks(settings, analytics.asAnalytics)
  return callbacks()
}

function callbacks(): SurveyCallbacks {
  return window.wootricSettings?.callbacks ?? {}
}

test.each([
  ['InMoment Survey Shown', true],
  ['InMoment Survey Declined', true],
  ['InMoment Survey Response Submitted', true],
  ['Checkout', false],
  [undefined, false]
])('isSurveyEvent of %s is %s', (event, expected) => {
  expect(isSurveyEvent({ event })).toBe(expected)
})

describe('the setting surveyEvents', () => {
  it.each([[undefined], ['off'], ['Scores'], ['everything']])('adds no callbacks if it is %s', (surveyEvents) => {
    expect(request(surveyEvents)).toEqual({})
  })

  it('tracks shown, declined and the score, without the text, if it is scores', () => {
    const { after_show, after_decline, after_response } = request('scores')
    after_show?.()
    after_response?.(9, 'Great')
    after_decline?.()
    expect(analytics.tracked).toEqual([SHOWN, response({ score: 9 }), DECLINED])
  })

  it('also tracks the text if it is scoresAndText', () => {
    const { after_show, after_response } = request('scoresAndText')
    after_show?.()
    after_response?.(9, 'Great')
    expect(analytics.tracked).toEqual([SHOWN, response({ score: 9, text: 'Great' })])
  })

  it('tracks no empty text', () => {
    request('scoresAndText').after_response?.(9, '')
    expect(analytics.tracked).toEqual([response({ score: 9 })])
  })
})

describe('a response', () => {
  it('is tracked as updated if it has changed', () => {
    const { after_response } = request('scores')
    after_response?.(9)
    after_response?.(7)
    expect(analytics.tracked).toEqual([response({ score: 9 }), response({ score: 7, updated: true })])
  })

  it('is tracked once if it is repeated, or if only text that is not sent has changed', () => {
    const { after_response } = request('scores')
    after_response?.(9)
    after_response?.(9, 'Great')
    expect(analytics.tracked).toEqual([response({ score: 9 })])
  })

  it('is not an update if it belongs to the next survey', () => {
    const { after_show, after_response } = request('scores')
    after_show?.()
    after_response?.(9)
    after_show?.()
    after_response?.(9)
    expect(analytics.tracked).toEqual([SHOWN, response({ score: 9 }), SHOWN, response({ score: 9 })])
  })
})

describe('survey activity', () => {
  it('is not tracked if analytics.js has another user', () => {
    const { after_show } = request('scores')
    Object.assign(analytics.stored, { userId: 'bob' })
    after_show?.()
    expect(analytics.tracked).toEqual([])
  })

  it('belongs to the user who saw the survey, even if the page requests another', () => {
    const { after_show, after_decline } = request('scores')
    after_show?.()
    getPageState().respondent = { ...EMPTY_RESPONDENT, userId: 'bob', anonymousId: 'visitor-2' }
    Object.assign(analytics.stored, { userId: 'bob', anonymousId: 'visitor-2' })
    request('scores')
    after_decline?.()
    expect(analytics.tracked).toEqual([SHOWN])
  })

  it('is not tracked if analytics.js stores no user', () => {
    analytics.options = { disableClientPersistence: true }
    request('scores').after_show?.()
    expect(analytics.tracked).toEqual([])
  })

  it('never calls analytics.user(), which writes', () => {
    request('scores').after_show?.()
    expect(analytics.userCalls).toBe(0)
  })

  it('causes no error if analytics.js rejects or throws', async () => {
    const { after_show } = request('scores')
    analytics.track = () => Promise.reject(new Error('secret'))
    expect(() => after_show?.()).not.toThrow()
    analytics.track = throwError
    expect(() => after_show?.()).not.toThrow()
    await Promise.resolve()
  })
})

describe('the page’s own callbacks', () => {
  it('run first, with their arguments and this', () => {
    const order: unknown[] = []
    const own = {
      after_response(this: unknown, ...values: unknown[]) {
        order.push(this === callbacks(), values, analytics.tracked.length)
      }
    }
    window.wootricSettings = { callbacks: own }
    request('scores')
    callbacks().after_response?.(9, 'Great')
    expect(order).toEqual([true, [9, 'Great'], 0])
    expect(analytics.tracked).toEqual([response({ score: 9 })])
  })

  it('can throw without preventing tracking or causing an error in the beacon', () => {
    window.wootricSettings = { callbacks: { after_show: throwError } }
    expect(() => request('scores').after_show?.()).not.toThrow()
    expect(analytics.tracked).toEqual([SHOWN])
  })

  it('stay if they have other names', () => {
    const after_eligible = jest.fn()
    window.wootricSettings = { callbacks: { after_eligible } }
    expect(request('scores').after_eligible).toBe(after_eligible)
  })

  it('are wrapped at the next survey request if they replace ours', () => {
    request('scores')
    const after_show = jest.fn()
    Object.assign(window.wootricSettings ?? {}, { callbacks: { after_show } })
    request('scores').after_show?.()
    expect(after_show).toHaveBeenCalledTimes(1)
    expect(analytics.tracked).toEqual([SHOWN])
  })

  it('can wrap ours without tracking an event twice', () => {
    const { after_show } = request('scores')
    Object.assign(window.wootricSettings ?? {}, { callbacks: { after_show: () => after_show?.() } })
    request('scores').after_show?.()
    expect(analytics.tracked).toEqual([SHOWN])
  })

  it.each([['text'], [null], [5]])('are replaced if they are %p', (value) => {
    window.wootricSettings = { callbacks: value as never }
    request('scores').after_show?.()
    expect(analytics.tracked).toEqual([SHOWN])
  })
})

it('callbacks are added once for several survey requests', () => {
  const first = request('scores')
  expect(request('scores')).toBe(first)
  first.after_show?.()
  expect(analytics.tracked).toEqual([SHOWN])
})

it('callbacks of another instance are not wrapped', () => {
  request('scores')
  const other = new FakeAnalytics({ ...ann })
  addSurveyCallbacks({ accountToken: ACCOUNT_TOKEN, surveyEvents: 'scores' }, other.asAnalytics)
  callbacks().after_show?.()
  expect([analytics.tracked.length, other.tracked.length]).toEqual([1, 0])
})
