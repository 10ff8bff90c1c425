import { warnIn } from '../warnings'
import { createContext } from '../../../../test/support/fake-analytics'

test('a warning goes to the event’s own context, with its name and problem', () => {
  const { context } = createContext({})
  const log = jest.spyOn(context, 'log')
  warnIn(context)('createdAt', 'was dropped because it is not a date')
  expect(log.mock.calls).toEqual([
    [
      'warn',
      'InMoment: createdAt was dropped because it is not a date',
      { name: 'createdAt', problem: 'was dropped because it is not a date' }
    ]
  ])
})

test('a warning does not go to the page’s console', () => {
  const methods = (['debug', 'info', 'log', 'warn', 'error'] as const).map((method) =>
    jest.spyOn(console, method).mockImplementation()
  )
  warnIn(createContext({}).context)('email', 'was dropped because it is not a string')
  for (const method of methods) expect(method).not.toHaveBeenCalled()
  jest.restoreAllMocks()
})
