import { defineGlobal, resetPage, throwError } from '../../test-support/reset-page'
import { createSettingsError } from '../../errors'
import { getSettings, isBeaconReady, sendCommand, setSettings, setTestFlags, stopSurvey } from '../beacon'

beforeEach(resetPage)

describe('isBeaconReady', () => {
  it('is true if window.wootric is a function', () => {
    expect(isBeaconReady()).toBe(false)
    window.wootric = () => undefined
    expect(isBeaconReady()).toBe(true)
  })

  it.each([[null], [{}], ['run'], [[]]])('is false for %j', (value) => {
    defineGlobal('wootric', { value })
    expect(isBeaconReady()).toBe(false)
  })

  it('is false if the global throws when read', () => {
    defineGlobal('wootric', { get: throwError })
    expect(isBeaconReady()).toBe(false)
  })
})

describe('sendCommand', () => {
  it('calls the current beacon with the command and nothing else', () => {
    const first = (window.wootric = jest.fn())
    sendCommand('run')
    const second = (window.wootric = jest.fn())
    sendCommand('page')
    expect(first.mock.calls).toEqual([['run']])
    expect(second.mock.calls).toEqual([['page']])
  })

  it('does nothing without a beacon', () => {
    expect(() => sendCommand('run')).not.toThrow()
  })

  it('throws an error with the command, but without the beacon’s message, if the beacon throws', () => {
    window.wootric = throwError
    expect(() => sendCommand('page')).toThrow(/^InMoment: .* on page$/)
  })

  it('causes no uncaught error if the beacon returns a promise that rejects', async () => {
    const unhandled = jest.fn()
    process.on('unhandledRejection', unhandled)
    try {
      window.wootric = () => Promise.reject(new Error('secret'))
      sendCommand('run')
      await new Promise((resolve) => setTimeout(resolve, 10))
      expect(unhandled).not.toHaveBeenCalled()
    } finally {
      process.off('unhandledRejection', unhandled)
    }
  })
})

describe('stopSurvey', () => {
  it('stops the survey once', () => {
    const stop = jest.fn()
    window.WootricSurvey = { run: () => undefined, stop, version: () => 'fake' }
    stopSurvey()
    expect(stop).toHaveBeenCalledTimes(1)
  })

  it('does nothing without a survey object', () => {
    expect(stopSurvey).not.toThrow()
  })

  it('does not throw if the beacon throws', () => {
    defineGlobal('WootricSurvey', { value: { stop: throwError } })
    expect(stopSurvey).not.toThrow()
  })
})

test('setTestFlags sets both flags, which are not set before', () => {
  expect([window.wootric_survey_immediately, window.wootric_no_surveyed_cookie]).toEqual([undefined, undefined])
  setTestFlags()
  expect([window.wootric_survey_immediately, window.wootric_no_surveyed_cookie]).toEqual([true, true])
})

describe('getSettings', () => {
  it('returns the page’s own object', () => {
    const settings = (window.wootricSettings = { product_name: 'Initech' })
    expect(getSettings()).toBe(settings)
  })

  it.each([[undefined], [null], ['text'], [7], [true]])('replaces %j with an object', (value) => {
    defineGlobal('wootricSettings', { value, writable: true })
    const settings = getSettings()
    expect(settings).toEqual({})
    expect(window.wootricSettings).toBe(settings)
  })

  it('replaces an element with that ID', () => {
    defineGlobal('wootricSettings', { value: document.createElement('form'), writable: true })
    const settings = getSettings()
    expect(settings).toEqual({})
    expect(window.wootricSettings).toBe(settings)
  })

  it('throws an error without the page’s message if the page prevents reading', () => {
    defineGlobal('wootricSettings', { get: throwError })
    expect(getSettings).toThrow(createSettingsError())
  })
})

describe('setSettings', () => {
  it('replaces the page’s object', () => {
    window.wootricSettings = { product_name: 'Initech' }
    const settings = { email: 'ann@example.com' }
    expect(setSettings(settings)).toBe(settings)
    expect(window.wootricSettings).toBe(settings)
  })

  it('throws an error without the page’s message if the page prevents it', () => {
    defineGlobal('wootricSettings', { get: () => ({}), set: throwError })
    expect(() => setSettings({})).toThrow(createSettingsError())
  })
})
