import nock from 'nock'
import { FakeBeacon } from '../../../__tests__/support/fake-beacon'
import { sharedRecord } from '../wootric/beacon'
import { loadBeacon } from '../wootric/load'

const URL = 'https://cdn.wootric.com/wootric-sdk.js'

let beacon: FakeBeacon

beforeEach(() => {
  nock.cleanAll()
  nock.disableNetConnect()
  beacon = new FakeBeacon()
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'] })
})

afterEach(() => {
  jest.useRealTimers()
  jest.restoreAllMocks()
  // The page that comes online is asked for nothing more by the tests before.
  window.wootric = () => undefined
  window.dispatchEvent(new Event('online'))
  document.head.innerHTML = ''
  Reflect.deleteProperty(window, 'wootric')
  Reflect.deleteProperty(window, 'WootricSurvey')
  Reflect.deleteProperty(window, 'trustedTypes')
  delete sharedRecord().policy
})

function scripts(): HTMLScriptElement[] {
  return Array.from(document.scripts).filter(({ src }) => src === URL)
}

/** The only script of the beacon; fails where there is none or a second. */
function onlyScript(): HTMLScriptElement {
  const [script, ...others] = scripts()
  if (!script || others.length > 0) throw new Error(`the page has ${scripts().length} scripts of the beacon`)
  return script
}

async function eventOf(script: HTMLScriptElement, name: 'load' | 'error'): Promise<void> {
  await new Promise((resolve) => script.addEventListener(name, resolve))
}

/** Fetches the script of the beacon, which defines nothing unless it is told otherwise. */
async function fetched(): Promise<{ settled: jest.Mock; script: HTMLScriptElement }> {
  const settled = jest.fn()
  void loadBeacon().then(settled)
  const script = onlyScript()
  await eventOf(script, 'load')
  await Promise.resolve()
  return { settled, script }
}

/** Lets the fetch fail, with the browser online or not at that moment. */
async function failed(isOnline: boolean): Promise<string | undefined> {
  jest.spyOn(console, 'error').mockImplementation() // jsdom tells of the script that it could not load
  jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline)
  beacon.refuse()
  return loadBeacon()
}

/** A script that the page itself has, of a type that jsdom need not run. */
function addScript(src: string, type: string): HTMLScriptElement {
  const script = document.createElement('script')
  script.src = src
  script.type = type
  document.head.append(script)
  return script
}

describe('waiting', () => {
  it('is over at once, and adds no script, where the beacon is there', async () => {
    beacon.install()
    const answer = loadBeacon()
    expect(scripts()).toEqual([])
    expect(jest.getTimerCount()).toBe(0)
    await expect(answer).resolves.toBeUndefined()
  })

  it('is over with the load of the script that defines the beacon', async () => {
    beacon.serve()
    const { settled } = await fetched()
    expect(settled.mock.calls).toEqual([[undefined]])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('goes on after a script that has defined nothing yet, and looks every 50 milliseconds', async () => {
    beacon.serveNothing()
    const { settled } = await fetched()
    await jest.advanceTimersByTimeAsync(120)
    expect(settled).not.toHaveBeenCalled()
    beacon.install()
    await jest.advanceTimersByTimeAsync(29)
    expect(settled).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(1)
    expect(settled.mock.calls).toEqual([[undefined]])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('ends after 10 seconds, and says so', async () => {
    beacon.serveNothing()
    const { settled } = await fetched()
    await jest.advanceTimersByTimeAsync(9_999)
    expect(settled).not.toHaveBeenCalled()
    await jest.advanceTimersByTimeAsync(1)
    expect(settled.mock.calls).toEqual([['it was not there after 10 seconds']])
    expect(jest.getTimerCount()).toBe(0)
  })

  it('ends when the script has failed, and says so', async () => {
    await expect(failed(true)).resolves.toBe('its script could not be loaded or was blocked')
    expect(jest.getTimerCount()).toBe(0)
  })

  it('has no cause to tell where the script has failed and the beacon is there all the same', async () => {
    const answer = failed(true)
    beacon.install()
    await expect(answer).resolves.toBeUndefined()
  })

  it('ends when the page does not let the script be added, and says so', async () => {
    jest.spyOn(document, 'createElement').mockImplementation(() => {
      throw new Error('refused')
    })
    await expect(loadBeacon()).resolves.toBe('its script could not be added to the page')
    expect(jest.getTimerCount()).toBe(0)
  })
})

describe('the script', () => {
  it('is the beacon’s, does not hold up the page, and stands in the head', async () => {
    beacon.serve()
    const { script } = await fetched()
    expect(script.getAttribute('src')).toBe(URL)
    expect(script.async).toBe(true)
    expect(script.parentElement).toBe(document.head)
    expect(script.hasAttribute('nonce')).toBe(false)
  })

  it('stands in the document itself where the page has no head', async () => {
    const { head } = document
    head.remove()
    try {
      beacon.serve()
      const { script } = await fetched()
      expect(script.parentElement).toBe(document.documentElement)
      script.remove()
    } finally {
      document.documentElement.prepend(head)
    }
  })

  it('carries the nonce of the page’s scripts', async () => {
    document.head.innerHTML = '<script></script><script nonce="r4nd0m"></script>'
    beacon.serve()
    const { script } = await fetched()
    expect(script.nonce).toBe('r4nd0m')
  })

  it('has no nonce where that of the page’s scripts is empty', async () => {
    document.head.innerHTML = '<script nonce=""></script>'
    beacon.serve()
    const { script } = await fetched()
    expect(script.hasAttribute('nonce')).toBe(false)
  })

  it('has its address from a policy that makes no other, where the page asks for trusted types', async () => {
    const createPolicy = jest.fn((_: string, rules: { createScriptURL: (url: string) => string }) => rules)
    Object.assign(window, { trustedTypes: { createPolicy } })
    beacon.serve()
    const { script } = await fetched()
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['inmoment'])
    expect(createPolicy.mock.calls[0]?.[1].createScriptURL('https://evil.example/')).toBe(URL)
    expect(script.getAttribute('src')).toBe(URL)
  })

  it('has its plain address where the page forbids the policy', async () => {
    const createPolicy = (): never => {
      throw new TypeError('forbidden')
    }
    Object.assign(window, { trustedTypes: { createPolicy } })
    beacon.serve()
    const { script } = await fetched()
    expect(script.getAttribute('src')).toBe(URL)
  })
})

describe('a script of the page’s own', () => {
  it.each(['', 'text/javascript', 'Application/JavaScript', 'module', 'MODULE'])(
    'of the type %j is waited for, and no other is added',
    async (type) => {
      beacon.serveNothing()
      const script = addScript(URL, type)
      const answer = loadBeacon()
      expect(scripts()).toEqual([script])
      script.dispatchEvent(new Event('error'))
      await expect(answer).resolves.toBe('its script could not be loaded or was blocked')
      expect(scripts()).toEqual([])
    }
  )

  it.each([
    ['of a type that no browser runs', URL, 'text/plain'],
    ['of a type that only begins with one that runs', URL, 'text/javascript-blocked'],
    ['of a type that only ends with one that runs', URL, 'blocked/text/javascript'],
    ['that only begins as a module', URL, 'module-blocked'],
    ['that only ends as a module', URL, 'blocked-module'],
    ['of another address', `${URL}?v=1`, 'text/plain'],
    ['of another address that would run', 'https://cdn.example/wootric-sdk.js', 'module']
  ])('%s is not waited for', async (_, src, type) => {
    beacon.serve()
    const own = addScript(src, type)
    void loadBeacon()
    const added = scripts().filter((script) => script !== own)
    expect(added).toHaveLength(1)
    for (const script of added) await eventOf(script, 'load')
  })
})

describe('a script that has failed', () => {
  it('goes, and is not fetched again on a page that was online', async () => {
    await failed(true)
    expect(scripts()).toEqual([])
    window.dispatchEvent(new Event('online'))
    expect(scripts()).toEqual([])
  })

  it('is fetched once more, and once only, when a page that was offline is online', async () => {
    await failed(false)
    expect(scripts()).toEqual([])
    beacon.serve()
    window.dispatchEvent(new Event('online'))
    await eventOf(onlyScript(), 'load')
    expect(beacon.commands).toEqual([])
    expect(window.wootric).toBeDefined()

    onlyScript().remove()
    Reflect.deleteProperty(window, 'wootric')
    window.dispatchEvent(new Event('online'))
    expect(scripts()).toEqual([])
  })

  it('is not fetched once more where the beacon has come another way', async () => {
    await failed(false)
    beacon.install()
    window.dispatchEvent(new Event('online'))
    expect(scripts()).toEqual([])
  })

  it('is not fetched once more where the page is loading it', async () => {
    await failed(false)
    beacon.serve()
    const script = addScript(URL, 'module')
    window.dispatchEvent(new Event('online'))
    expect(scripts()).toEqual([script])
  })

  it('disturbs nobody where the page does not let it be added once more', async () => {
    await failed(false)
    const uncaught = jest.fn((event: Event) => event.preventDefault())
    window.addEventListener('error', uncaught)
    jest.spyOn(document, 'createElement').mockImplementation(() => {
      throw new Error('refused')
    })
    window.dispatchEvent(new Event('online'))
    window.removeEventListener('error', uncaught)
    expect(uncaught).not.toHaveBeenCalled()
  })
})
