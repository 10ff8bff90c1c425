import nock from 'nock'
import type { BeaconCommand, WootricSettings } from '../../src/destinations/inmoment/wootric/types'

const BEACON_HOST = 'https://cdn.wootric.com'

/** One call that the beacon got, with what it could read in `wootricSettings` at that moment. */
export interface BeaconCall {
  command: BeaconCommand
  settings: WootricSettings
}

declare global {
  interface Window {
    /** Called by the script that stands in for InMoment's. */
    installFakeBeacon?: () => void
  }
}

let answerHanging: () => void = () => undefined

/** A stand-in for InMoment's beacon that keeps a log of its calls and does nothing else. */
export class FakeBeacon {
  readonly calls: BeaconCall[] = []
  /** How often a survey was stopped. */
  stops = 0

  constructor() {
    answerHanging()
    answerHanging = () => undefined
    window.installFakeBeacon = () => this.install()
  }

  /** Makes `window.wootric` the fake, as the beacon's script does once it has run. */
  install(): void {
    window.wootric = (command) => {
      // What is sent is JSON: a key that is undefined, or a function, does not reach InMoment.
      this.calls.push({ command, settings: JSON.parse(JSON.stringify(window.wootricSettings)) as WootricSettings })
    }
    window.WootricSurvey = { run: () => undefined, stop: () => (this.stops += 1), version: () => 'fake' }
  }

  /** Answers the request for the beacon's script, after a delay in milliseconds. */
  serve(delay = 0, script = 'window.installFakeBeacon()'): nock.Scope {
    return nock(BEACON_HOST)
      .get('/wootric-sdk.js')
      .delay(delay)
      .reply(200, script, { 'content-type': 'text/javascript' })
  }

  /** Answers the request with a script that runs and defines nothing. */
  serveNothing(): nock.Scope {
    return this.serve(0, '')
  }

  /** Does not answer the request before the next fake is created: jsdom would load no other script until then. */
  hang(): nock.Scope {
    return nock(BEACON_HOST)
      .get('/wootric-sdk.js')
      .reply((_uri, _body, answer) => {
        answerHanging = () => answer(null, [200, ''])
      })
  }

  /** Lets the request for the beacon's script fail. */
  refuse(): nock.Scope {
    return nock(BEACON_HOST).get('/wootric-sdk.js').replyWithError('blocked')
  }

  get commands(): BeaconCommand[] {
    return this.calls.map(({ command }) => command)
  }

  /** The last call; fails where there was none. */
  get last(): BeaconCall {
    const call = this.calls.at(-1)
    if (!call) throw new Error('the beacon got no call')
    return call
  }
}
