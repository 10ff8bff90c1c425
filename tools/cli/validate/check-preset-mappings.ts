import type { JSONObject } from '@segment/actions-core'
import { transform } from '@segment/actions-core/mapping-kit'
import { getErrorMessage } from '../mapping-checks/error-message'
import type { Check, ExampleEvent } from './definition-problem'
import { filterEvents } from './filter-events'

/** At least one example event matches each preset, and the preset's mapping works for all that do. */
export const checkPresetMappings: Check = ({ presets = [] }, examples) =>
  presets.flatMap((preset, index) => {
    const path = `presets[${index}]`
    const events = 'subscribe' in preset ? filterEvents(preset.subscribe, examples) : examples
    if (events.length === 0) {
      return [
        {
          path: `${path}.subscribe`,
          message: 'matches no example event',
          fix: 'correct the trigger, or add an example event that it matches'
        }
      ]
    }
    const message = findError(preset.mapping ?? {}, events)
    return message === undefined
      ? []
      : [{ path: `${path}.mapping`, message, fix: 'correct the directive that the message names' }]
  })

function findError(mapping: object, events: ExampleEvent[]): string | undefined {
  for (const event of events) {
    try {
      transform(mapping as JSONObject, event)
    } catch (error) {
      return `fails for an example event: ${getErrorMessage(error)}`
    }
  }
}
