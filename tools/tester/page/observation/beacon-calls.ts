import type { BeaconCommand, Wootric, WootricSettings } from '../../../../src/destinations/inmoment/wootric/types'
import { recordBeaconCall } from '../timeline/record'

function firstText(...candidates: unknown[]): string {
  return candidates.find((candidate): candidate is string => typeof candidate === 'string' && candidate !== '') ?? ''
}

function subjectOf(command: BeaconCommand, settings: WootricSettings): string {
  if (command === 'page') return firstText(settings.page_info?.name, settings.page_info?.path)
  if (command === 'group') return firstText(settings.group_info?.id, settings.group_info?.name)
  return firstText(settings.event_name, settings.email, settings.segment_user_id)
}

/**
 * Whatever sets `window.wootric`, the sandbox or the real beacon, everybody else gets a wrapper that records.
 * Configurable, because a script that declares a global function replaces the property instead of setting it.
 */
export function recordBeaconCalls(): void {
  let wrapper: Wootric | undefined

  Object.defineProperty(window, 'wootric', {
    configurable: true,
    enumerable: true,
    get: () => wrapper,
    set(beacon: Wootric | undefined) {
      wrapper =
        typeof beacon === 'function'
          ? (command) => {
              recordBeaconCall({ command, subject: subjectOf(command, window.wootricSettings ?? {}) })
              return beacon(command)
            }
          : beacon
    }
  })
}
