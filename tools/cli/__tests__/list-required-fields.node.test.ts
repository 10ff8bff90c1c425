import { destination } from '../../../src/destinations/inmoment'
import { run } from '../../../test/support/run'
import { findRequiredFields } from '../required-fields'

it('lists the required settings and fields', () => {
  expect(run(['list-required-fields']).out.split('\n')).toEqual([
    'settings',
    '  accountToken (Account Token)',
    'identifyUser',
    '  none',
    'trackEvent',
    '  eventName (Event Name)',
    ...['trackPage', '  none', 'identifyGroup', '  none', 'requestSurvey', '  none'],
    ''
  ])
})

it('prints their keys as JSON', () => {
  const { code, out } = run(['list-required-fields', '--json'])
  expect(JSON.parse(out)).toEqual({
    [destination.name]: {
      settings: ['accountToken'],
      identifyUser: [],
      trackEvent: ['eventName'],
      trackPage: [],
      identifyGroup: [],
      requestSurvey: []
    }
  })
  expect(code).toBe(0)
})

it('includes fields that are required under conditions', () => {
  const { trackPage } = destination.actions
  if (!trackPage) throw new Error('there is no action trackPage')
  const required = { conditions: [{ fieldKey: 'url', operator: 'is' as const, value: 'x' }] }
  const fields = { name: { label: 'Name', description: 'A name.', type: 'string' as const, required } }
  const definition = { ...destination, actions: { trackPage: { ...trackPage, fields } } }
  expect(findRequiredFields(definition).trackPage).toEqual([{ key: 'name', label: 'Name' }])
})
