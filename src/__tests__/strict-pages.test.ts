import type { Analytics } from '@segment/analytics-next'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { freshPage, registerPlugins } from '../../test/support/page'

const BEACON_SCRIPT = 'script[src="https://cdn.wootric.com/wootric-sdk.js"]'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
})

afterEach(() => {
  jest.restoreAllMocks()
  Reflect.deleteProperty(window, 'trustedTypes')
})

function beaconScript(): HTMLScriptElement | null {
  return document.querySelector<HTMLScriptElement>(BEACON_SCRIPT)
}

/** The page’s destination after its beacon could not be loaded, with the browser online or not at that moment. */
async function failToLoad(isOnline: boolean): Promise<Analytics> {
  jest.spyOn(console, 'error').mockImplementation()
  const onLine = jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
  beacon.refuse()
  const analytics = await registerPlugins()
  const script = beaconScript()
  await new Promise((resolve) => script?.addEventListener('error', resolve))
  onLine.mockReturnValue(true)
  expect(beaconScript()).toBeNull()
  return analytics
}

/** Until the beacon is ready: a script that is still loading would affect the next test. */
async function loadBeacon(): Promise<void> {
  beacon.serve()
  const analytics = await registerPlugins()
  await analytics.page()
}

describe('the beacon’s script', () => {
  it('has the nonce of the page’s scripts', async () => {
    document.head.innerHTML = '<script nonce="r4nd0m"></script>'
    await loadBeacon()
    expect(beaconScript()?.nonce).toBe('r4nd0m')
  })

  it('has no nonce if the page’s scripts have none', async () => {
    document.head.innerHTML = '<script></script>'
    await loadBeacon()
    expect(beaconScript()?.hasAttribute('nonce')).toBe(false)
  })

  it('gets its URL from a policy that creates no other URL if the page requires trusted types', async () => {
    const asked: unknown[] = []
    Object.assign(window, {
      trustedTypes: {
        createPolicy: (name: string, { createScriptURL }: { createScriptURL: (url: string) => string }) => {
          asked.push(name, createScriptURL('https://evil.example/'))
          return { createScriptURL }
        }
      }
    })
    await failToLoad(false)
    beacon.serve()
    window.dispatchEvent(new Event('online'))
    await new Promise((resolve) => beaconScript()?.addEventListener('load', resolve))
    expect(asked).toEqual(['inmoment', 'https://cdn.wootric.com/wootric-sdk.js'])
    expect(beacon.commands).toEqual([])
  })

  it('has its plain URL if the page does not allow the policy', async () => {
    Object.assign(window, {
      trustedTypes: {
        createPolicy: () => {
          throw new TypeError('forbidden')
        }
      }
    })
    beacon.serve()
    const analytics = await registerPlugins()
    await analytics.identify('ann')
    expect(beacon.commands).toEqual(['run'])
  })

  it('is added to a page without a head', async () => {
    document.head.remove()
    try {
      beacon.serve()
      const analytics = await registerPlugins()
      await analytics.identify('ann')
      expect(beacon.commands).toEqual(['run'])
    } finally {
      beaconScript()?.remove()
      document.documentElement.prepend(document.createElement('head'))
    }
  })

  it('is removed after a failure, and not loaded again on a page that is online', async () => {
    await failToLoad(true)
    window.dispatchEvent(new Event('online'))
    expect(beaconScript()).toBeNull()
  })

  it('is loaded once more when a page that was offline is online', async () => {
    const analytics = await failToLoad(false)
    beacon.serve()
    window.dispatchEvent(new Event('online'))
    window.dispatchEvent(new Event('online'))
    expect(document.querySelectorAll(BEACON_SCRIPT)).toHaveLength(1)
    await new Promise((resolve) => beaconScript()?.addEventListener('load', resolve))
    await analytics.identify('ann')
    expect(beacon.commands).toEqual(['run'])
  })

  it('is not loaded again if the beacon has arrived another way', async () => {
    await failToLoad(false)
    beacon.install()
    window.dispatchEvent(new Event('online'))
    expect(beaconScript()).toBeNull()
  })
})
