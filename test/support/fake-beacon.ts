import nock from 'nock'
import type { BeaconCommand, WootricSettings } from '../../src/destinations/inmoment/wootric/types'
import { BEACON_URL } from '../../src/destinations/inmoment/wootric/script'

const { origin, pathname } = new URL(BEACON_URL)

/** A command that the beacon received, with a copy of `wootricSettings` at that moment. */
export interface BeaconCall {
  command: BeaconCommand
  settings: WootricSettings
}

declare global {
  interface Window {
    /** The script that replaces InMoment's calls this function. */
    installFakeBeacon?: () => void
  }
}

let endHangingRequest: () => void = () => undefined

/** Replaces InMoment's beacon: records its calls, and does nothing else. */
export class FakeBeacon {
  readonly calls: BeaconCall[] = []
  /** How often a survey was stopped. */
  stops = 0

  constructor() {
    endHangingRequest()
    endHangingRequest = () => undefined
    nock.cleanAll()
    nock.disableNetConnect()
    window.installFakeBeacon = () => this.install()
  }

  /** Sets `window.wootric`, as the beacon's script does when it runs. */
  install(): void {
    window.wootric = (command) => {
      // The beacon sends JSON: keys that are undefined and functions do not reach InMoment.
      this.calls.push({ command, settings: JSON.parse(JSON.stringify(window.wootricSettings)) as WootricSettings })
    }
    window.WootricSurvey = { run: () => undefined, stop: () => (this.stops += 1), version: () => 'fake' }
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

  get commands(): BeaconCommand[] {
    return this.calls.map(({ command }) => command)
  }

  /** The last call. Throws if there was none. */
  get last(): BeaconCall {
    const call = this.calls.at(-1)
    if (!call) throw new Error('The beacon received no call')
    return call
  }
}
