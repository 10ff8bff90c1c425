import type { SegmentClient } from '@segment/analytics-react-native'
import { keepFirstAccount, readAccount } from '../../src/react-native/account'
import { ProblemLog } from '../../src/react-native/problem-log'

function createLog(): { log: ProblemLog; lines: string[] } {
  const lines: string[] = []
  const add = (level: string) => (text: string) => lines.push(`${level} ${text}`)
  const log = new ProblemLog()
  log.setClient({ logger: { warn: add('warn'), info: add('info') } } as unknown as SegmentClient)
  return { log, lines }
}

describe('readAccount', () => {
  it('prefers the options, each for itself', () => {
    const settings = { accountToken: 'a', clientId: 'c' }
    expect(readAccount({}, settings)).toEqual({ accountToken: 'a', clientId: 'c' })
    expect(readAccount({ accountToken: 'b' }, settings)).toEqual({ accountToken: 'b', clientId: 'c' })
    expect(readAccount({ accountToken: ' ', clientId: ' d ' }, settings)).toEqual({ accountToken: 'a', clientId: 'd' })
  })

  it.each([undefined, null, true, 1, 'text', [], { accountToken: 1 }, { accountToken: ' ' }])(
    'returns nothing for settings of %j',
    (settings) => expect(readAccount({}, settings)).toBeUndefined()
  )
})

describe('keepFirstAccount', () => {
  const account = { accountToken: 'NPS-secret', clientId: 'c' }

  it('returns the new account if there is no other', () => {
    const { log, lines } = createLog()
    expect(keepFirstAccount(undefined, account, log)).toBe(account)
    expect(lines).toEqual([])
  })

  it('keeps the first token, with a warning that does not contain it', () => {
    const { log, lines } = createLog()
    expect(keepFirstAccount(account, { ...account, accountToken: 'NPS-other' }, log)).toBe(account)
    expect(keepFirstAccount(account, undefined, log)).toBe(account)
    expect(lines).toEqual([expect.stringMatching(/^warn InMoment: the account token has changed/)])
    expect(lines.join()).not.toContain('NPS')
  })

  it('logs a missing account once, and a missing client ID as information', () => {
    const { log, lines } = createLog()
    for (let count = 0; count < 2; count += 1) {
      keepFirstAccount(undefined, undefined, log)
      keepFirstAccount(undefined, { ...account, clientId: '' }, log)
    }
    expect(lines).toEqual([
      expect.stringMatching(/^warn .*no account token/),
      expect.stringMatching(/^info .*no client ID/)
    ])
  })
})

describe('ProblemLog', () => {
  it('logs nothing without a client, and each problem once', () => {
    const early = new ProblemLog()
    expect(() => early.warn('problem')).not.toThrow()
    const { log, lines } = createLog()
    log.warn('one')
    log.warn('one')
    log.warn('two')
    expect(lines).toEqual(['warn InMoment: one', 'warn InMoment: two'])
  })

  it('logs a limited number of names, and still logs other problems', () => {
    const { log, lines } = createLog()
    for (let count = 0; count < 1_000; count += 1) log.warnName(`trait-${count}`, 'was dropped')
    log.warn('the bridge is missing')
    expect(lines).toHaveLength(101)
  })
})
