import type { BeaconCommand, WootricSettings } from '../wootric/types'

/** A command that the beacon received, with a copy of `wootricSettings` at that moment. */
export interface BeaconCall {
  command: BeaconCommand
  settings: WootricSettings
}

/** Replaces InMoment's beacon: records its calls, and does nothing else. */
export class FakeBeacon {
  readonly calls: BeaconCall[] = []
  /** How often a survey was stopped. */
  stops = 0

  /** Sets `window.wootric`, as the beacon's script does when it runs. */
  install(): void {
    window.wootric = (command) => {
      // The beacon sends JSON: keys that are undefined and functions do not reach InMoment.
      this.calls.push({ command, settings: JSON.parse(JSON.stringify(window.wootricSettings)) as WootricSettings })
    }
    window.WootricSurvey = { run: () => undefined, stop: () => (this.stops += 1), version: () => 'fake' }
  }

  get commands(): BeaconCommand[] {
    return this.calls.map(({ command }) => command)
  }

  /** The last call. Throws if there was none. */
  get last(): BeaconCall {
    const call = this.calls[this.calls.length - 1]
    if (!call) throw new Error('The beacon received no call')
    return call
  }
}
