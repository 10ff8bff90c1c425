/**
 * Stands in for the helpers that the runtime offers a destination at its start, which this one has no use for: it loads
 * its beacon by its own rules.
 */
export const loadScript = undefined
export const resolveWhen = undefined
