import { Context } from '@segment/analytics-next'
import { warnIn } from '../warnings'

test("writes a warning into the event's own context, by name and problem", () => {
  const context = new Context({ type: 'track', event: 'Signed Up' })
  warnIn(context)('createdAt', 'was left out: it is not a date')
  expect(context.logs()).toEqual([
    expect.objectContaining({
      level: 'warn',
      message: 'InMoment: createdAt was left out: it is not a date',
      extras: { name: 'createdAt', problem: 'was left out: it is not a date' }
    })
  ])
})

test("writes nothing to the page's console", () => {
  const methods = (['debug', 'info', 'log', 'warn', 'error'] as const).map((method) =>
    jest.spyOn(console, method).mockImplementation()
  )
  warnIn(new Context({ type: 'track', event: 'Signed Up' }))('email', 'was left out')
  for (const method of methods) expect(method).not.toHaveBeenCalled()
  jest.restoreAllMocks()
})
