import fc from 'fast-check'
import { requireAccount, warnOfAccountToken } from '../account-token'
import type { Settings } from '../generated-types'
import { pageState } from '../page-state'
import type { Warn } from '../warnings'
import { define, freshPage, refuse } from './support/fresh-page'

const TOKEN = 'NPS-4aeb53c1'

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => {
  freshPage()
  warn.mockClear()
})

const missing = expect.objectContaining({
  code: 'account_token_missing',
  message: 'InMoment: the account token is empty. Enter it in the setting Account Token.'
}) as unknown
const conflict = expect.objectContaining({
  code: 'account_token_conflict',
  message:
    'InMoment: the page has another account token than the setting Account Token. InMoment supports one per page.'
}) as unknown

/** The error that the settings cause. */
function errorOf(settings: Settings): unknown {
  try {
    requireAccount(settings)
  } catch (error) {
    return error
  }
}

describe('requireAccount', () => {
  it('accepts a token without the spaces around it', () => {
    requireAccount({ accountToken: ' NPS-4aeb53c1\n' })
    expect(pageState().accountToken).toBe(TOKEN)
  })

  it('accepts any token, also of an unknown format', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\S+( \S+)*$/), (accountToken) => {
        freshPage()
        requireAccount({ accountToken })
        expect(pageState().accountToken).toBe(accountToken)
      })
    )
  })

  it.each(['{}', '{"accountToken": ""}', '{"accountToken": " "}', '{"accountToken": null}', '{"accountToken": 5}'])(
    'does not accept the settings %s',
    (settings) => {
      expect(errorOf(JSON.parse(settings) as Settings)).toEqual(missing)
      expect(pageState().accountToken).toBeUndefined()
    }
  )

  it('accepts the token of the page', () => {
    window.wootricSettings = { account_token: ` ${TOKEN} ` }
    expect(errorOf({ accountToken: TOKEN })).toBeUndefined()
  })

  it('does not accept another token than that of the page, and does not change the page', () => {
    window.wootricSettings = { account_token: 'NPS-00000000' }
    expect(errorOf({ accountToken: TOKEN })).toEqual(conflict)
    expect(window.wootricSettings).toEqual({ account_token: 'NPS-00000000' })
    expect(pageState().accountToken).toBeUndefined()
  })

  it.each([[''], [' '], [null], [5]])('ignores the page’s token %j', (account_token) => {
    window.wootricSettings = { account_token: account_token as string }
    expect(errorOf({ accountToken: TOKEN })).toBeUndefined()
  })

  it('does not accept another token than that of the first instance', () => {
    requireAccount({ accountToken: TOKEN })
    expect(errorOf({ accountToken: 'NPS-00000000' })).toEqual(conflict)
    expect(errorOf({ accountToken: TOKEN })).toBeUndefined()
  })

  it('fails if the page prevents reading its settings', () => {
    define('wootricSettings', { get: refuse })
    expect(errorOf({ accountToken: TOKEN })).toMatchObject({ code: 'settings_locked' })
  })

  it('is not affected by a damaged Object.prototype', () => {
    Object.defineProperty(Object.prototype, 'accountToken', {
      value: 'NPS-00000000',
      configurable: true,
      writable: true
    })
    try {
      expect(errorOf({ accountToken: TOKEN })).toBeUndefined()
    } finally {
      Reflect.deleteProperty(Object.prototype, 'accountToken')
    }
  })
})

describe('warnOfAccountToken', () => {
  it.each([
    TOKEN,
    'NPS_1234abcd',
    'NPS-EU-4aeb53c1',
    'NPS-AU-4aeb53c1',
    'NPS_EU_4aeb53c1',
    'nps-4AEB53C1',
    ' NPS-4aeb53c1 '
  ])('does not warn of the token %j', (accountToken) => {
    warnOfAccountToken({ accountToken }, warn)
    expect(warn).not.toHaveBeenCalled()
  })

  it('does not warn of a missing token, which is an error', () => {
    warnOfAccountToken({ accountToken: ' ' }, warn)
    expect(warn).not.toHaveBeenCalled()
  })

  it.each(['4aeb53c1', 'NPS-4aeb53c', 'NPS-4aeb53c1d', 'NPS-US-4aeb53c1', 'NPS 4aeb53c1', 'xNPS-4aeb53c1', 'secret'])(
    'warns once per page of the token %j, without repeating it',
    (accountToken) => {
      warnOfAccountToken({ accountToken }, warn)
      warnOfAccountToken({ accountToken }, warn)
      expect(warn.mock.calls).toEqual([
        ['accountToken', 'does not look like an account token, which has the form NPS-xxxxxxxx']
      ])
    }
  )
})
