import type { JSONObject } from '@segment/actions-core'
import { transform } from '@segment/actions-core/mapping-kit'
import { errorMessage } from '../mapping-checks/error-message'
import { eventsFor } from './events-for'
import type { Check, ExampleEvent } from './finding'

/** Each preset's mapping can be evaluated over the example events that trigger it, of which there is at least one. */
export const presetMappings: Check = ({ presets = [] }, examples) =>
  presets.flatMap((preset, index) => {
    const place = `presets[${index}]`
    const events = 'subscribe' in preset ? eventsFor(preset.subscribe, examples) : examples
    if (events.length === 0) {
      return [
        {
          place: `${place}.subscribe`,
          problem: 'lets no example event through',
          mend: 'correct it, or add an example event for which it is meant'
        }
      ]
    }
    const problem = firstProblem(preset.mapping ?? {}, events)
    return problem === undefined
      ? []
      : [{ place: `${place}.mapping`, problem, mend: 'correct the directive that the message names' }]
  })

function firstProblem(mapping: object, events: ExampleEvent[]): string | undefined {
  for (const event of events) {
    try {
      transform(mapping as JSONObject, event)
    } catch (error) {
      return `fails on an example event: ${errorMessage(error)}`
    }
  }
}
