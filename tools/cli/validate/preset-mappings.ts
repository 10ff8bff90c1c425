import type { JSONObject } from '@segment/actions-core'
import { transform } from '@segment/actions-core/mapping-kit'
import { errorMessage } from '../mapping-checks/error-message'
import { eventsFor } from './events-for'
import type { Check, ExampleEvent } from './finding'

/** Each preset matches at least one example event, and its mapping can be evaluated for all of them. */
export const presetMappings: Check = ({ presets = [] }, examples) =>
  presets.flatMap((preset, index) => {
    const place = `presets[${index}]`
    const events = 'subscribe' in preset ? eventsFor(preset.subscribe, examples) : examples
    if (events.length === 0) {
      return [
        {
          place: `${place}.subscribe`,
          problem: 'matches no example event',
          fix: 'correct it, or add an example event that it should match'
        }
      ]
    }
    const problem = firstProblem(preset.mapping ?? {}, events)
    return problem === undefined
      ? []
      : [{ place: `${place}.mapping`, problem, fix: 'correct the directive in the message' }]
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
