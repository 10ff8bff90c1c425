import type { JSONLikeObject } from '@segment/actions-core'
import type { DescribedDestination } from '../generate/metadata'

/** A problem in the definition. */
export interface DefinitionProblem {
  /** The path in the definition, such as `actions.trackEvent.fields.email`. */
  path: string
  /** What is wrong, as the predicate of a sentence about the path. */
  message: string
  /** What to do. */
  fix: string
}

/** Checks a definition, with events for its mappings. */
export type Check = (definition: DescribedDestination, examples: ExampleEvent[]) => DefinitionProblem[]

export type ExampleEvent = JSONLikeObject
