import fc from 'fast-check'
import { accountTokenOf, warnOfAccountToken } from '../account-token'
import type { Settings } from '../generated-types'
import type { Warn } from '../warnings'

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => warn.mockClear())

test('takes the token without the blanks around it', () => {
  expect(accountTokenOf({ accountToken: ' NPS-4aeb53c1\n' })).toBe('NPS-4aeb53c1')
})

test('takes any token as it is, also one that does not look like a token', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\S+( \S+)*$/), (accountToken) => {
      expect(accountTokenOf({ accountToken })).toBe(accountToken)
    })
  )
})

test.each(['{}', '{"accountToken": ""}', '{"accountToken": " "}', '{"accountToken": null}', '{"accountToken": 5}'])(
  'takes the settings %s for no token, and warns of none',
  (settings) => {
    expect(accountTokenOf(JSON.parse(settings) as Settings)).toBe('')
    warnOfAccountToken(JSON.parse(settings) as Settings, warn)
    expect(warn).not.toHaveBeenCalled()
  }
)

test.each(['NPS-4aeb53c1', 'NPS_1234abcd', 'NPS-EU-4aeb53c1', 'NPS-AU-4aeb53c1', 'nps-4AEB53C1', ' NPS-4aeb53c1 '])(
  'does not warn of the token %j',
  (accountToken) => {
    warnOfAccountToken({ accountToken }, warn)
    expect(warn).not.toHaveBeenCalled()
  }
)

test.each(['4aeb53c1', 'NPS-4aeb53c', 'NPS-4aeb53c1d', 'NPS-US-4aeb53c1', 'NPS 4aeb53c1', 'xNPS-4aeb53c1', 'secret'])(
  'warns once of the token %j, without repeating it',
  (accountToken) => {
    warnOfAccountToken({ accountToken }, warn)
    expect(warn.mock.calls).toEqual([['accountToken', expect.stringContaining('does not look like an account token')]])
    expect(JSON.stringify(warn.mock.calls)).not.toContain(accountToken)
  }
)
