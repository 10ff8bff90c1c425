import type { JSONLikeObject } from '@segment/actions-core'
import type { DescribedDestination } from '../generate/metadata'

/** A problem of a definition: its place, its description and how to fix it. */
export interface Finding {
  /** The place in the definition, such as `actions.trackEvent.fields.email`. */
  place: string
  problem: string
  fix: string
}

/** A check of a definition, with example events. */
export type Check = (definition: DescribedDestination, examples: ExampleEvent[]) => Finding[]

export type ExampleEvent = JSONLikeObject
