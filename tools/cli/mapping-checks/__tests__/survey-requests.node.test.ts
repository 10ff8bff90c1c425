import { presetSubscriptions } from '../../../../src/preset-subscriptions'
import { doubleRequests, surveyRequestsFor } from '../survey-requests'
import { ORDERS } from '../../../../test/support/subscriptions'

const [identify, track] = presetSubscriptions()
it('finds no double request in the presets', () => {
  expect(doubleRequests(presetSubscriptions())).toEqual([])
})

it('finds two mappings that request a survey for one event', () => {
  const [double] = doubleRequests([...presetSubscriptions(), ORDERS])
  expect(double?.mappings.map(({ name }) => name)).toEqual(['Track Event', 'Orders'])
  expect(double?.event).toMatchObject({ event: 'Order Completed' })
})

it('finds none if one of the mappings excludes the event, is disabled, or requests no survey', () => {
  if (!identify || !track) throw new Error('a preset is missing')
  const excluding = { ...track, subscribe: 'type = "track" and event != "Order Completed"' }
  expect(doubleRequests([excluding, ORDERS])).toEqual([])
  expect(doubleRequests([{ ...track, enabled: false }, ORDERS])).toEqual([])
  const quiet = { ...identify, mapping: { ...identify.mapping, requestSurvey: false } }
  expect(surveyRequestsFor([quiet], { type: 'identify' })).toEqual([])
})
