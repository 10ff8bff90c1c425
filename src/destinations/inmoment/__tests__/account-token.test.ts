import { checkAccountToken } from '../account-token'
import type { Settings } from '../generated-types'
import { getPageState } from '../page-state'
import type { Warn } from '../warnings'
import { defineGlobal, resetPage, throwError } from '../test-support/reset-page'
import { ACCOUNT_TOKEN } from '../test-support/constants'

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => {
  resetPage()
  warn.mockClear()
})

const missing = expect.objectContaining({
  code: 'account_token_missing',
  message: expect.stringContaining('Account Token') as string
}) as unknown
const conflict = expect.objectContaining({
  code: 'account_token_conflict',
  message: expect.stringContaining('different account token') as string
}) as unknown

/** Returns the error that the settings cause. */
function getError(settings: Settings): unknown {
  try {
    checkAccountToken(settings)
  } catch (error) {
    return error
  }
}

describe('checkAccountToken', () => {
  it('removes whitespace around the token', () => {
    checkAccountToken({ accountToken: ' NPS-4aeb53c1\n' })
    expect(getPageState().accountToken).toBe(ACCOUNT_TOKEN)
  })

  it.each(['{}', '{"accountToken": ""}', '{"accountToken": " "}', '{"accountToken": null}', '{"accountToken": 5}'])(
    'does not accept the settings %s',
    (settings) => {
      expect(getError(JSON.parse(settings) as Settings)).toEqual(missing)
      expect(getPageState().accountToken).toBeUndefined()
    }
  )

  it('accepts the token that the page uses', () => {
    window.wootricSettings = { account_token: ` ${ACCOUNT_TOKEN} ` }
    expect(getError({ accountToken: ACCOUNT_TOKEN })).toBeUndefined()
  })

  it('rejects a token that differs from the token of the page, and does not change the page', () => {
    window.wootricSettings = { account_token: 'NPS-00000000' }
    expect(getError({ accountToken: ACCOUNT_TOKEN })).toEqual(conflict)
    expect(window.wootricSettings).toEqual({ account_token: 'NPS-00000000' })
    expect(getPageState().accountToken).toBeUndefined()
  })

  it.each([[''], [' '], [null], [5]])('ignores the page’s token %j', (account_token) => {
    window.wootricSettings = { account_token: account_token as string }
    expect(getError({ accountToken: ACCOUNT_TOKEN })).toBeUndefined()
  })

  it('rejects a token that differs from the token of the first instance', () => {
    checkAccountToken({ accountToken: ACCOUNT_TOKEN })
    expect(getError({ accountToken: 'NPS-00000000' })).toEqual(conflict)
    expect(getError({ accountToken: ACCOUNT_TOKEN })).toBeUndefined()
  })

  it('fails if the page prevents reading its settings', () => {
    defineGlobal('wootricSettings', { get: throwError })
    expect(getError({ accountToken: ACCOUNT_TOKEN })).toMatchObject({ code: 'settings_locked' })
  })

  it('is not affected by a damaged Object.prototype', () => {
    Object.defineProperty(Object.prototype, 'accountToken', {
      value: 'NPS-00000000',
      configurable: true,
      writable: true
    })
    try {
      expect(getError({ accountToken: ACCOUNT_TOKEN })).toBeUndefined()
    } finally {
      Reflect.deleteProperty(Object.prototype, 'accountToken')
    }
  })
})

describe('a warning about the account token', () => {
  it.each([
    ACCOUNT_TOKEN,
    'NPS_1234abcd',
    'NPS-EU-4aeb53c1',
    'NPS-AU-4aeb53c1',
    'NPS_EU_4aeb53c1',
    'nps-4AEB53C1',
    ' NPS-4aeb53c1 '
  ])('is not logged for %j', (accountToken) => {
    checkAccountToken({ accountToken }, warn)
    expect(warn).not.toHaveBeenCalled()
  })

  it('is not logged for a missing token, which causes an error', () => {
    expect(() => checkAccountToken({ accountToken: ' ' }, warn)).toThrow()
    expect(warn).not.toHaveBeenCalled()
  })

  it('is logged with the first event', () => {
    checkAccountToken({ accountToken: 'token' })
    checkAccountToken({ accountToken: 'token' }, warn)
    expect(warn).toHaveBeenCalledTimes(1)
  })

  it.each(['4aeb53c1', 'NPS-4aeb53c', 'NPS-4aeb53c1d', 'NPS-US-4aeb53c1', 'NPS 4aeb53c1', 'xNPS-4aeb53c1', 'secret'])(
    'is logged once per page for %j, without the token',
    (accountToken) => {
      checkAccountToken({ accountToken }, warn)
      checkAccountToken({ accountToken }, warn)
      expect(warn.mock.calls).toEqual([
        ['accountToken', expect.stringContaining('does not look like an account token')]
      ])
      expect(JSON.stringify(warn.mock.calls)).not.toContain(`"${accountToken}"`)
    }
  )
})
