import nock from 'nock'
import { FakeBeacon } from '../../src/destinations/inmoment/test-support/fake-beacon'
import { BEACON_URL } from '../../src/destinations/inmoment/wootric/script'

const { origin, pathname } = new URL(BEACON_URL)

declare global {
  interface Window {
    /** The script that replaces InMoment's calls this function. */
    installFakeBeacon?: () => void
  }
}

let endHangingRequest: () => void = () => undefined

/** A fake beacon that jsdom loads from its URL. */
export class ServedBeacon extends FakeBeacon {
  constructor() {
    super()
    endHangingRequest()
    endHangingRequest = () => undefined
    nock.cleanAll()
    nock.disableNetConnect()
    window.installFakeBeacon = () => this.install()
  }

  /** Responds to the request for the beacon's script, after a delay in milliseconds. */
  serve(delay = 0): nock.Scope {
    return nock(origin)
      .get(pathname)
      .delay(delay)
      .reply(200, 'window.installFakeBeacon()', { 'content-type': 'text/javascript' })
  }

  /** Never responds to the request. It ends when the next fake is created: until then, jsdom loads no other script. */
  hang(): nock.Scope {
    return nock(origin)
      .get(pathname)
      .reply((_uri, _body, respond) => {
        endHangingRequest = () => respond(null, [200, ''])
      })
  }
}
