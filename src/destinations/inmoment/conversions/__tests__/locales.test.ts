import { convertLanguage } from '../language'

const warn = jest.fn<undefined, [name: string, problem: string]>()

beforeEach(() => warn.mockClear())

it.each([
  ['zh-Hans-TW', 'ZH_HANS'],
  ['zh-Hant-CN', 'ZH_HANT'],
  ['zh_MO', 'ZH_HANT'],
  ['zh-SG', 'ZH_HANS'],
  ['es-MX', 'ES_MX'],
  ['es-ES', 'ES'],
  ['pt-PT', 'PT_PT'],
  ['pt-BR', 'PT'],
  ['de-DE', 'DE'],
  ['nl-NL', 'NL'],
  ['nl-NL-x-informal', 'NL_NL_X_INFORMAL']
])('prefers the code of the whole locale %s to that of its language', (locale, code) => {
  expect(convertLanguage(locale, 'language', warn)).toBe(code)
})

it('never logs the value that it drops', () => {
  for (const value of ['ann@example.com', 'SECRET', { secret: 'SECRET' }, ['SECRET'], Symbol('SECRET'), 471100]) {
    expect(convertLanguage(value, 'language', warn)).toBeNull()
  }
  expect(warn).toHaveBeenCalledTimes(6)
  expect(JSON.stringify(warn.mock.calls)).not.toMatch(/SECRET|example|4711/i)
})
