import { createWarn } from '../warnings'
import { createFakeContext } from '../test-support/fake-analytics'

test('a warning is logged in the context of the event with its name and problem', () => {
  const { context } = createFakeContext({})
  const log = jest.spyOn(context, 'log')
  createWarn(context)('createdAt', 'was dropped because it is not a date')
  expect(log.mock.calls).toEqual([
    [
      'warn',
      'InMoment: createdAt was dropped because it is not a date',
      { name: 'createdAt', problem: 'was dropped because it is not a date' }
    ]
  ])
})

test('a warning is not logged in the console', () => {
  const methods = (['debug', 'info', 'log', 'warn', 'error'] as const).map((method) =>
    jest.spyOn(console, method).mockImplementation()
  )
  createWarn(createFakeContext({}).context)('email', 'was dropped because it is not a string')
  for (const method of methods) expect(method).not.toHaveBeenCalled()
  jest.restoreAllMocks()
})
