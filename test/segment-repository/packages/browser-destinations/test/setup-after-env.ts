import { webcrypto } from 'crypto'
import { setImmediate } from 'timers'
import { TextDecoder, TextEncoder } from 'util'

// jsdom 16 lacks these.
Object.assign(global, { crypto: webcrypto, TextDecoder, TextEncoder, setImmediate })

beforeEach(() => {
  jest.restoreAllMocks()
  jest.resetAllMocks()

  document.domain = 'segment.com'
  document.body.innerHTML = ''
  // The published `load-script` inserts its script before the first script of the page.
  document.head.innerHTML = '<script></script>'

  jest.spyOn(window, 'window', 'get')
  jest.spyOn(global, 'document', 'get')
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
