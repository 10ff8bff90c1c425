import type { WootricSettings } from '../wootric/types'
import {
  changeSettings,
  currentSettings,
  isBeaconReady,
  readSettings,
  sendCommand,
  setTestFlags,
  sharedRecord,
  stopSurvey
} from '../wootric/beacon'
import { InMomentError } from '../errors'

const GLOBALS = [
  'wootric',
  'wootricSettings',
  'WootricSurvey',
  'wootric_survey_immediately',
  'wootric_no_surveyed_cookie',
  Symbol.for('segment.actions-inmoment.written')
]

afterEach(() => GLOBALS.forEach((name) => Reflect.deleteProperty(window, name)))

function refuse(): never {
  throw new Error('refused')
}

/** Makes a global, or its absence, the page's own doing. */
function define(name: string, attributes: PropertyDescriptor): void {
  Object.defineProperty(window, name, { configurable: true, ...attributes })
}

describe('isBeaconReady', () => {
  it('is true once there is a function', () => {
    expect(isBeaconReady()).toBe(false)
    window.wootric = () => undefined
    expect(isBeaconReady()).toBe(true)
  })

  it.each([[null], [{}], ['run'], [[]]])('does not take %j for the beacon', (value) => {
    define('wootric', { value })
    expect(isBeaconReady()).toBe(false)
  })

  it('is false where the global throws when read', () => {
    define('wootric', { get: refuse })
    expect(isBeaconReady()).toBe(false)
  })
})

describe('sendCommand', () => {
  it('calls the beacon that is there now, with the command and nothing else', () => {
    const first = (window.wootric = jest.fn())
    sendCommand('run')
    const second = (window.wootric = jest.fn())
    sendCommand('page')
    expect(first.mock.calls).toEqual([['run']])
    expect(second.mock.calls).toEqual([['page']])
  })

  it('does nothing while there is no beacon', () => {
    expect(() => sendCommand('run')).not.toThrow()
  })

  it('fails where the beacon throws, by an error that names the command and not what was thrown', () => {
    window.wootric = refuse
    expect(() => sendCommand('page')).toThrow(new InMomentError("InMoment's beacon has thrown an error on page"))
    expect(() => sendCommand('page')).toThrow(InMomentError)
  })

  it('holds the rejection of what the beacon returns back from the page', async () => {
    const unhandled = jest.fn()
    process.on('unhandledRejection', unhandled)
    try {
      window.wootric = () => Promise.reject(new Error('refused'))
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

  it('does nothing where the beacon has no such function', () => {
    expect(stopSurvey).not.toThrow()
  })

  it('does not fail where the beacon throws', () => {
    define('WootricSurvey', { value: { stop: refuse } })
    expect(stopSurvey).not.toThrow()
  })
})

test('sets both flags for testing, and none unasked', () => {
  expect([window.wootric_survey_immediately, window.wootric_no_surveyed_cookie]).toEqual([undefined, undefined])
  setTestFlags()
  expect([window.wootric_survey_immediately, window.wootric_no_surveyed_cookie]).toEqual([true, true])
})

describe('currentSettings', () => {
  it('is the object of the page itself', () => {
    const settings = (window.wootricSettings = { product_name: 'Initech' })
    expect(currentSettings()).toBe(settings)
  })

  it.each([[undefined], [null], ['text'], [7], [true]])('takes the place of %j on the page', (value) => {
    define('wootricSettings', { value, writable: true })
    const settings = currentSettings()
    expect(settings).toEqual({})
    expect(window.wootricSettings).toBe(settings)
  })
})

describe('readSettings', () => {
  it('gives a copy', () => {
    const settings = (window.wootricSettings = { product_name: 'Initech', email: 'ann@example.com' })
    expect(readSettings()).toEqual({ product_name: 'Initech', email: 'ann@example.com' })
    expect(readSettings()).not.toBe(settings)
  })

  it('leaves out what throws when read, and keeps the rest', () => {
    window.wootricSettings = Object.defineProperties<WootricSettings>(
      {},
      {
        first: { value: 1, enumerable: true },
        broken: { get: refuse, enumerable: true },
        last: { value: 2, enumerable: true }
      }
    )
    expect({ ...readSettings() }).toStrictEqual({ first: 1, last: 2 })
  })
})

describe('changeSettings', () => {
  const changes = { email: 'ann@example.com', created_at: undefined }

  it('changes the object of the page in place: sets, removes, and leaves the other keys alone', () => {
    const settings = (window.wootricSettings = { product_name: 'Initech', created_at: 5 })
    changeSettings(changes)
    expect(window.wootricSettings).toBe(settings)
    expect(settings).toStrictEqual({ product_name: 'Initech', email: 'ann@example.com' })
  })

  it('keeps null, which says that there is none', () => {
    window.wootricSettings = { event_name: 'First' }
    changeSettings({ event_name: null })
    expect(window.wootricSettings).toStrictEqual({ event_name: null })
  })

  it.each<[string, WootricSettings]>([
    ['frozen', Object.freeze({ product_name: 'Initech', created_at: 5 })],
    ['sealed', Object.seal({ product_name: 'Initech', created_at: 5 })],
    ['closed to new keys', Object.preventExtensions({ product_name: 'Initech', created_at: 5 })],
    ['fitted with a setter that throws', withEmail({ set: refuse })],
    ['fitted with a setter that swallows', withEmail({ set: () => undefined })],
    ['a proxy that swallows', new Proxy({ product_name: 'Initech', created_at: 5 }, { set: () => true })]
  ])('puts a changed copy in the place of settings that are %s', (_, settings) => {
    window.wootricSettings = settings
    changeSettings(changes)
    expect(window.wootricSettings).not.toBe(settings)
    expect(window.wootricSettings).toStrictEqual({ product_name: 'Initech', email: 'ann@example.com' })
  })

  it.each<[string, PropertyDescriptor]>([
    ['has a setter that swallows', { set: () => undefined }],
    ['cannot be written', { writable: false }]
  ])('fails where the settings are frozen and their global %s', (_, attributes) => {
    const frozen = Object.freeze({ email: 'bob@example.com' })
    define('wootricSettings', 'set' in attributes ? { ...attributes, get: () => frozen } : { value: frozen })
    expect(() => changeSettings(changes)).toThrow()
    expect(window.wootricSettings).toBe(frozen)
  })

  it('says why it fails', () => {
    define('wootricSettings', { get: () => Object.freeze({ email: 'bob@example.com' }), set: () => undefined })
    expect(() => changeSettings(changes)).toThrow(
      new InMomentError('wootricSettings cannot be changed: the page holds them fast')
    )
  })

  it('does not fail where frozen settings say all that already', () => {
    const settings = (window.wootricSettings = Object.freeze({ email: 'ann@example.com' }))
    changeSettings(changes)
    expect(window.wootricSettings).toBe(settings)
  })

  function withEmail(accessor: PropertyDescriptor): WootricSettings {
    const settings: WootricSettings = { product_name: 'Initech', created_at: 5 }
    return Object.defineProperty(settings, 'email', { get: () => 'bob@example.com', enumerable: true, ...accessor })
  }
})

describe('changeSettings on settings that give out other objects than they were given', () => {
  const properties = { plan: 'pro', list: [1], seats: 5 }

  function settingsWith(found: unknown): WootricSettings {
    return Object.defineProperty({}, 'properties', { get: () => found, set: () => undefined, enumerable: true })
  }

  it.each([
    ['an equal object', { plan: 'pro', list: [1], seats: 5 }],
    ['an equal object in another order', { seats: 5, list: [1], plan: 'pro' }]
  ])('leaves them in place for %s', (_, found) => {
    const settings = (window.wootricSettings = settingsWith(found))
    changeSettings({ properties })
    expect(window.wootricSettings).toBe(settings)
  })

  it.each([
    ['another value', { plan: 'free', list: [1], seats: 5 }],
    ['a key too many', { plan: 'pro', list: [1], seats: 5, more: 1 }],
    ['a key too few', { plan: 'pro', list: [1] }],
    ['text for a list', { plan: 'pro', list: '1', seats: 5 }],
    ['an object for a value', { plan: {}, list: [1], seats: 5 }],
    ['text', 'pro'],
    ['null', null],
    ['nothing', undefined]
  ])('replaces them where they give %s', (_, found) => {
    const settings = (window.wootricSettings = settingsWith(found))
    changeSettings({ properties })
    expect(window.wootricSettings).not.toBe(settings)
    expect(window.wootricSettings).toEqual({ properties })
  })

  it.each([
    ['an object', {}],
    ['null', null]
  ])('replaces them where they give %s for text', (_, found) => {
    window.wootricSettings = Object.defineProperty({}, 'email', { get: () => found, set: () => undefined })
    changeSettings({ email: 'ann@example.com' })
    expect(window.wootricSettings).toEqual({ email: 'ann@example.com' })
  })

  it('replaces them where reading back throws', () => {
    window.wootricSettings = Object.defineProperty({}, 'email', {
      get: () => {
        throw new Error('refused')
      },
      set: () => undefined
    })
    changeSettings({ email: 'ann@example.com' })
    expect(window.wootricSettings).toEqual({ email: 'ann@example.com' })
  })
})

describe('sharedRecord', () => {
  it('is one object for the page', () => {
    const record = sharedRecord()
    record.accountToken = 'NPS-4aeb53c1'
    expect(sharedRecord()).toBe(record)
  })

  it('is the record that another copy has made, of whatever version, by its name', () => {
    const record = { accountToken: 'NPS-4aeb53c1' }
    Object.assign(window, { [Symbol.for('segment.actions-inmoment.written')]: record })
    expect(sharedRecord()).toBe(record)
  })
})
