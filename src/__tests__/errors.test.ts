import type { Context } from '@segment/analytics-next'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, registerPlugins } from '../../test/support/page'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
  beacon.install()
})

/** The error of an event as Segment's metrics and the page's error tracker get it: as JSON. */
function errorIn(context: Context): unknown {
  const { extras } = context.logs().find(({ level }) => level === 'error') ?? {}
  const { error } = JSON.parse(JSON.stringify(extras ?? {})) as { error?: unknown }
  return error
}

const stack = expect.stringMatching(/\n\s+at .+:\d+:\d+/) as unknown

describe('the error of a failed event, as JSON,', () => {
  it('names the setting if there is no account token', async () => {
    const analytics = await registerPlugins({ accountToken: '' })
    expect(errorIn(await analytics.identify('ann'))).toEqual({
      name: 'InMomentError',
      code: 'account_token_missing',
      message: 'InMoment: the Account Token setting is empty',
      stack
    })
  })

  it('names the cause if the page uses a different account token', async () => {
    window.wootricSettings = { account_token: 'NPS-12345678' }
    const analytics = await registerPlugins()
    expect(errorIn(await analytics.identify('ann'))).toMatchObject({
      code: 'account_token_conflict',
      message: 'InMoment: the page uses a different account token than the Account Token setting'
    })
  })

  it('names the cause if the beacon was removed', async () => {
    const analytics = await registerPlugins()
    await analytics.track('First')
    delete window.wootric
    expect(errorIn(await analytics.track('Second'))).toMatchObject({
      code: 'beacon_failed',
      message: expect.stringMatching(/because window\.wootric is not a function$/) as unknown
    })
  })

  it('names the command if the beacon throws, and does not repeat the beacon’s message', async () => {
    window.wootric = () => {
      throw new Error('survey of ann@example.com')
    }
    const analytics = await registerPlugins()
    const error = errorIn(await analytics.identify('ann'))
    expect(error).toMatchObject({ code: 'beacon_threw', message: 'InMoment: the beacon threw an error on run' })
    expect(JSON.stringify(error)).not.toContain('ann@example.com')
  })

  it('names wootricSettings if the page does not allow changes', async () => {
    const analytics = await registerPlugins()
    Object.defineProperty(window, 'wootricSettings', { get: () => Object.freeze({}), configurable: true })
    const error = errorIn(await analytics.identify('ann', { email: 'ann@example.com' }))
    Reflect.deleteProperty(window, 'wootricSettings')
    expect(error).toMatchObject({
      code: 'settings_locked',
      message: 'InMoment: the page does not allow changes to wootricSettings'
    })
    expect(beacon.calls).toEqual([])
  })
})

describe('an unexpected error', () => {
  class SecretError extends TypeError {
    override name = 'SecretError'
  }

  /** Lets the page break a built-in function while the event is delivered. */
  async function failWith(error: unknown): Promise<unknown> {
    const analytics = await registerPlugins()
    const original = Object.entries.bind(Object)
    const call = analytics.page('Home', { email: 'ann@example.com' })
    Object.entries = (value: object): [string, unknown][] => {
      // Only what the destination itself calls.
      if (new Error().stack?.includes('src/destinations/inmoment')) throw error
      return original(value)
    }
    try {
      return errorIn(await call)
    } finally {
      Object.entries = original
    }
  }

  it('keeps its class and stack, but never its message', async () => {
    const error = await failWith(new SecretError('cannot read ann@example.com\n    of Ann'))
    expect(error).toMatchObject({
      name: 'InMomentError',
      code: 'unexpected',
      message: 'InMoment: unexpected SecretError'
    })
    expect(error).toMatchObject({
      stack: expect.stringMatching(/^.*SecretError.*\n\s+at .*errors\.test\.ts/) as unknown
    })
    expect(JSON.stringify(error)).not.toMatch(/ann@example|of Ann/)
  })

  it.each([['ann@example.com'], [{ message: 'ann@example.com' }], [undefined]])(
    'that is no error (%j) is reported without its value',
    async (thrown) => {
      const error = await failWith(thrown)
      expect(error).toMatchObject({ code: 'unexpected', message: 'InMoment: unexpected Error' })
      expect(JSON.stringify(error)).not.toContain('ann@example.com')
    }
  )
})
