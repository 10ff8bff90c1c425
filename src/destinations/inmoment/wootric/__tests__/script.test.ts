import { resetPage, throwError } from '../../test-support/reset-page'
import { preventLoading } from '../../test-support/beacon-scripts'
import { addBeaconScript, BEACON_URL, findBeaconScript } from '../script'

beforeEach(() => {
  resetPage()
  preventLoading()
})

afterEach(() => {
  jest.restoreAllMocks()
  resetPage()
})

/** Adds a script to the page. Its type and URL are set so that jsdom does not load it. */
function addScript(attributes: Record<string, string>): HTMLScriptElement {
  const script = document.createElement('script')
  script.setAttribute('type', 'text/plain')
  script.setAttribute('src', '')
  document.head.append(script)
  script.removeAttribute('type')
  for (const [name, value] of Object.entries(attributes)) script.setAttribute(name, value)
  return script
}

describe('findBeaconScript', () => {
  it.each([
    BEACON_URL,
    `${BEACON_URL}?v=1`,
    `${BEACON_URL}#top`,
    '//cdn.wootric.com/wootric-sdk.js',
    'http://cdn.wootric.com/wootric-sdk.js',
    'https://static.example/vendor/wootric-sdk.js?hash=abc/def',
    '/assets/wootric-sdk.js',
    'https://disutgh7q0ncc.cloudfront.net/beacon.js',
    '//d27j601g4x0gd5.cloudfront.net/beacon.js?t=5'
  ])('finds a script with the URL %s', (src) => {
    const script = addScript({ src })
    expect(findBeaconScript()).toBe(script)
  })

  it.each([
    '',
    'https://cdn.wootric.com/',
    'https://cdn.wootric.com/wootric-sdk.json',
    'https://cdn.wootric.com/wootric-sdk.js.map',
    'https://cdn.wootric.com/wootric-sdkxjs',
    'https://cdn.wootric.com/my-wootric-sdk.js',
    'https://example.com/?next=/wootric-sdk.js',
    'https://example.com/#/wootric-sdk.js',
    'https://example.com/beacon.js',
    'https://other.cloudfront.net/beacon.js',
    'https://disutgh7q0ncc.cloudfront.net/beacon.json',
    'https://disutgh7q0ncc.cloudfront.net/other/beacon.js',
    'https://example.com/https://disutgh7q0ncc.cloudfront.net/beacon.js'
  ])('does not find a script with the URL %j', (src) => {
    addScript({ src })
    expect(findBeaconScript()).toBeUndefined()
  })

  it('finds no script on a page without scripts', () => {
    expect(findBeaconScript()).toBeUndefined()
  })

  it.each<Record<string, string>>([
    { type: '' },
    { type: 'text/javascript' },
    { type: ' Text/JavaScript ' },
    { type: 'application/javascript' },
    { type: 'application/x-javascript' },
    { type: 'text/ecmascript' },
    { type: 'text/x-ecmascript' },
    { type: 'text/javascript1.5' },
    { type: 'module' },
    { type: 'Module' },
    { type: 'module', nomodule: '' },
    { language: 'JavaScript' },
    { language: 'javascript1.2' },
    { language: '' },
    { type: 'text/javascript', language: 'vbscript' }
  ])('finds a script with the attributes %j, which browsers run', (attributes) => {
    const script = addScript({ ...attributes, src: BEACON_URL })
    expect(findBeaconScript()).toBe(script)
  })

  it.each<Record<string, string>>([
    { type: 'text/plain' },
    { type: 'application/json' },
    { type: 'text/javascript-blocked' },
    { type: 'blocked/text/javascript' },
    { type: 'text/javascript1.6' },
    { type: 'text/javascript;charset=utf-8' },
    { type: 'xmodule' },
    { type: 'modules' },
    { nomodule: '' },
    { nomodule: '', type: 'text/javascript' },
    { nomodule: '', type: 'xmodule' },
    { language: 'vbscript' },
    { language: 'module' }
  ])('does not find a script with the attributes %j, which no browser runs', (attributes) => {
    addScript({ ...attributes, src: BEACON_URL })
    expect(findBeaconScript()).toBeUndefined()
  })
})

describe('addBeaconScript', () => {
  it('adds one asynchronous script with InMoment’s URL to the head', () => {
    const script = addBeaconScript()
    expect(script.getAttribute('src')).toBe('https://cdn.wootric.com/wootric-sdk.js')
    expect(script.async).toBe(true)
    expect(script.parentElement).toBe(document.head)
    expect(script.hasAttribute('nonce')).toBe(false)
    expect(document.scripts).toHaveLength(1)
  })

  it('adds the script to the document if the page has no head', () => {
    const { head } = document
    head.remove()
    try {
      const script = addBeaconScript()
      expect(script.parentElement).toBe(document.documentElement)
      script.remove()
    } finally {
      document.documentElement.prepend(head)
    }
  })

  it('uses the nonce of the first script that has one', () => {
    addScript({})
    addScript({ nonce: '' })
    addScript({ nonce: 'r4nd0m' })
    addScript({ nonce: '0ther' })
    expect(addBeaconScript().nonce).toBe('r4nd0m')
  })

  it.each([
    ['a data block', { type: 'application/json' }],
    ['a blocked script', { type: 'text/plain' }],
    ['a script for old browsers', { nomodule: '' }]
  ])('does not use the nonce of %s', (_, attributes: Record<string, string>) => {
    addScript({ ...attributes, nonce: 'wr0ng' })
    addScript({ nonce: 'r4nd0m' })
    expect(addBeaconScript().nonce).toBe('r4nd0m')
  })

  it('throws if the page prevents it', () => {
    jest.spyOn(document, 'createElement').mockImplementation(throwError)
    expect(addBeaconScript).toThrow()
  })
})

describe('on a page that requires trusted types', () => {
  /** A policy that marks its URLs, so that a test can recognize them. */
  function allowPolicies(): jest.Mock<object, [string, { createScriptURL: (url: string) => string }]> {
    const createPolicy = jest.fn((_: string, rules: { createScriptURL: (url: string) => string }) => ({
      createScriptURL: (url: string) => `${rules.createScriptURL(url)}#trusted`
    }))
    Object.assign(window, { trustedTypes: { createPolicy } })
    return createPolicy
  }

  it('the URL comes from a policy that creates no other URL', () => {
    const createPolicy = allowPolicies()
    expect(addBeaconScript().getAttribute('src')).toBe(`${BEACON_URL}#trusted`)
    expect(createPolicy.mock.calls.map(([name]) => name)).toEqual(['inmoment'])
    expect(createPolicy.mock.calls[0]?.[1].createScriptURL('https://evil.example/')).toBe(BEACON_URL)
  })

  it('the policy is created only once, because a page may forbid a second one with the same name', () => {
    const createPolicy = allowPolicies()
    addBeaconScript()
    addBeaconScript()
    expect(createPolicy).toHaveBeenCalledTimes(1)
  })

  it('the plain URL is used if the page forbids the policy', () => {
    Object.assign(window, { trustedTypes: { createPolicy: throwError } })
    expect(addBeaconScript().getAttribute('src')).toBe(BEACON_URL)
  })

  it('the plain URL is used if trusted types are missing or cannot be read', () => {
    Object.assign(window, { trustedTypes: undefined })
    expect(addBeaconScript().getAttribute('src')).toBe(BEACON_URL)
    Object.defineProperty(window, 'trustedTypes', { get: throwError, configurable: true })
    expect(addBeaconScript().getAttribute('src')).toBe(BEACON_URL)
  })
})
