import fc from 'fast-check'
import { checkAccountToken } from '../../destinations/inmoment/account-token'
import { getPageState } from '../../destinations/inmoment/page-state'
import type { Warn } from '../../destinations/inmoment/warnings'
import { resetPage } from '../../destinations/inmoment/test-support/reset-page'

const warn = jest.fn<undefined, Parameters<Warn>>()

beforeEach(() => {
  resetPage()
  warn.mockClear()
})

describe('checkAccountToken', () => {
  it('accepts tokens in any format', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\S+( \S+)*$/), (accountToken) => {
        resetPage()
        checkAccountToken({ accountToken })
        expect(getPageState().accountToken).toBe(accountToken)
      })
    )
  })
})
