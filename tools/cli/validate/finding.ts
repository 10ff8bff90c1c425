import type { JSONLikeObject } from '@segment/actions-core'
import type { DescribedDestination } from '../generate/metadata'

/** What is wrong with a definition: where, what, and how to mend it. */
export interface Finding {
  /** The place in the definition, such as `actions.trackEvent.fields.email`. */
  place: string
  problem: string
  mend: string
}

/** One check of a definition, over events to try it with. */
export type Check = (definition: DescribedDestination, examples: ExampleEvent[]) => Finding[]

export type ExampleEvent = JSONLikeObject
