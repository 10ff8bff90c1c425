import type { BeaconCommand, Wootric, WootricSettings } from '../../../../src/destinations/inmoment/wootric/types'
import { addBeaconCall } from '../timeline/progress'

/**
 * Wraps the beacon, whichever script sets `window.wootric`. The property is configurable, because a script that declares
 * a global function redefines it.
 */
export function recordBeaconCalls(): void {
  let wrapper: Wootric | undefined

  Object.defineProperty(window, 'wootric', {
    configurable: true,
    enumerable: true,
    get: () => wrapper,
    set(beacon: Wootric | undefined) {
      wrapper = typeof beacon === 'function' ? wrap(beacon) : beacon
    }
  })
}

function wrap(beacon: Wootric): Wootric {
  return (command) => {
    addBeaconCall({ command, subject: getSubject(command, window.wootricSettings ?? {}) })
    return beacon(command)
  }
}

function getSubject(command: BeaconCommand, settings: WootricSettings): string {
  if (command === 'page') return getFirstText(settings.page_info?.name, settings.page_info?.path)
  if (command === 'group') return getFirstText(settings.group_info?.id, settings.group_info?.name)
  return getFirstText(settings.event_name, settings.email, settings.segment_user_id)
}

function getFirstText(...values: unknown[]): string {
  return values.find((value): value is string => typeof value === 'string' && value !== '') ?? ''
}
