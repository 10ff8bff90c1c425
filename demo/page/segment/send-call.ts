import { settingsWatch } from '../observation/settings-watch'
import { warnings } from '../observation/warnings'
import { analytics } from './analytics'

export type JsonObject = Record<string, unknown>

export type SegmentCall =
  | { type: 'identify'; userId: string; traits: JsonObject }
  | { type: 'track'; event: string; properties: JsonObject }
  | { type: 'page'; name: string; properties: JsonObject }
  | { type: 'group'; groupId: string; traits: JsonObject }
  | { type: 'reset' }

function dispatch(call: SegmentCall): Promise<unknown> {
  switch (call.type) {
    case 'identify':
      return call.userId ? analytics.identify(call.userId, call.traits) : analytics.identify(call.traits)
    case 'track':
      return analytics.track(call.event, call.properties)
    case 'page':
      return call.name ? analytics.page(call.name, call.properties) : analytics.page(call.properties)
    case 'group':
      return call.groupId ? analytics.group(call.groupId, call.traits) : analytics.group(call.traits)
    case 'reset':
      return analytics.reset()
  }
}

/** The one way in which this page calls analytics.js. */
export function sendCall(call: SegmentCall): void {
  settingsWatch.mark()
  dispatch(call).then(settingsWatch.check, (error: unknown) =>
    warnings.add({ level: 'error', text: `${call.type} was not sent: ${String(error)}` })
  )
}
