import { WaitingPlugin } from '@segment/analytics-react-native'
import { Device } from './support/device'
import { finish, pass, useFakeTime } from './support/time'

useFakeTime()

describe('a WaitingPlugin', () => {
  it('delays a request until the calls before it have arrived', async () => {
    const permission = new WaitingPlugin()
    const { client, plugin, sdk } = new Device().start({ plugins: [permission] })
    await pass(50)
    void client.identify('ann', { email: 'ann@example.com' })
    void client.identify('bob', { email: 'bob@example.com' })
    const isShown = plugin.showSurvey()
    await pass(5_000)
    expect(sdk.surveys).toEqual([])
    void permission.resume()
    expect(await finish(isShown)).toBe(true)
    expect(sdk.surveys).toMatchObject([{ email: 'bob@example.com' }])
    expect(sdk.surveys).toHaveLength(1)
  })

  it('that is added later delays a request too', async () => {
    const { client, plugin, sdk } = new Device().start()
    await pass(50)
    await client.identify('ann', { email: 'ann@example.com' })
    const permission = new WaitingPlugin()
    client.add({ plugin: permission })
    void client.identify('bob', { email: 'bob@example.com' })
    void plugin.showSurvey()
    await pass(5_000)
    expect(sdk.surveys).toEqual([])
    void permission.resume()
    await pass(100)
    expect(sdk.surveys).toMatchObject([{ email: 'bob@example.com' }])
  })
})
