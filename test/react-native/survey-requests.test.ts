import { Device } from './support/device'
import { finish, pass, useFakeTime } from './support/time'

useFakeTime()

it('shows the survey of the user who was identified just before', async () => {
  const { client, plugin, sdk } = new Device().start()
  void client.identify('B', { email: 'b@example.com', createdAt: '2026-01-15' })
  expect(await finish(plugin.showSurvey())).toBe(true)
  expect(sdk.surveys).toEqual([
    {
      clientId: 'client-1',
      accountToken: 'NPS-4aeb53c1',
      email: 'b@example.com',
      createdAt: 1768435200,
      properties: {}
    }
  ])
})

it('shows the survey of the user who was identified just before an event', async () => {
  const { client, plugin, sdk, warnings } = new Device().start({ options: { showSurveyOnTrack: ['Asked'] } })
  await client.identify('A', { email: 'a@example.com', plan: 'pro' })
  await finish(plugin.showSurvey())
  void client.identify('B', { email: 'b@example.com' })
  void client.track('Asked', { size: 3 })
  await pass(700)
  expect(sdk.surveys[1]).toMatchObject({ email: 'b@example.com', properties: { size: '3' }, eventName: 'Asked' })
  expect(sdk.surveys[1]?.properties).toEqual({ size: '3' })
  expect(warnings).toEqual([expect.stringContaining('earlier user')])
})
