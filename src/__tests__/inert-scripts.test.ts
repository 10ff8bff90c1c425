import { inmomentPlugins } from '..'
import { FakeBeacon } from '../../test/support/fake-beacon'
import { ACCOUNT_TOKEN, freshPage, loadAnalytics, registerPlugins } from '../../test/support/page'

const BEACON_URL = 'https://cdn.wootric.com/wootric-sdk.js'

let beacon: FakeBeacon

beforeEach(() => {
  freshPage()
  beacon = new FakeBeacon()
})

afterEach(() => jest.useRealTimers())

describe('a script of the beacon that no browser runs', () => {
  it.each([
    ['nomodule', 'nomodule'],
    ['another language', 'language="vbscript"'],
    ['another type', 'type="text/plain"'],
    ['a type of a consent manager', 'type="javascript/blocked"'],
    ['a type that overrides the language', 'type="text/template" language="javascript"']
  ])('because of %s does not prevent loading it', async (_, attributes) => {
    document.head.innerHTML = `<script ${attributes} src="${BEACON_URL}"></script>`
    beacon.serve()
    const analytics = await registerPlugins()
    await analytics.track('Order Completed')
    expect(document.scripts).toHaveLength(2)
    expect(beacon.commands).toEqual(['run'])
  })

  it.each([
    ['a module', 'type="module" nomodule'],
    ['JavaScript by its language', 'language="javascript1.5"'],
    ['JavaScript by its type', 'type="text/javascript" language="vbscript"']
  ])('is loaded if the page’s script is %s', async (_, attributes) => {
    document.head.innerHTML = `<script ${attributes} src="${BEACON_URL}"></script>`
    const analytics = await registerPlugins()
    const call = analytics.track('Order Completed')
    beacon.install()
    await call
    expect(document.scripts).toHaveLength(1)
  })

  it('because it was inserted through innerHTML is replaced 3 seconds after the page has loaded', async () => {
    const analytics = await loadAnalytics()
    jest.useFakeTimers({ doNotFake: ['Date', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate'] })
    document.head.innerHTML = `<script src="${BEACON_URL}"></script>`
    beacon.hang()
    await analytics.register(...inmomentPlugins({ accountToken: ACCOUNT_TOKEN }))
    void analytics.track('Order Completed')
    await jest.advanceTimersByTimeAsync(2_900)
    expect(document.scripts).toHaveLength(1)
    await jest.advanceTimersByTimeAsync(200)
    expect(document.scripts).toHaveLength(2)

    beacon.install()
    await jest.advanceTimersByTimeAsync(1_000)
    expect(beacon.commands).toEqual(['run'])
  })
})

it.each([
  ['text for a consent manager', '<script type="text/plain" nonce="wrong"></script>'],
  ['a template', '<script type="text/template" nonce="wrong"></script>'],
  ['nomodule', '<script nomodule nonce="wrong"></script>'],
  ['another language', '<script language="vbscript" nonce="wrong"></script>']
])('the nonce of an inert element (%s) is not used', async (_, element) => {
  document.head.innerHTML = `${element}<script></script><script nonce="r4nd0m"></script>`
  beacon.serve()
  const analytics = await registerPlugins()
  await analytics.track('Order Completed')
  expect(document.querySelector<HTMLScriptElement>(`script[src="${BEACON_URL}"]`)?.nonce).toBe('r4nd0m')
  expect(beacon.commands).toEqual(['run'])
})
