/**
 * The `version` in `wootricSettings`, with the version of the package. InMoment's support asked integrations for it:
 * https://github.com/segmentio/analytics.js-integrations/pull/144
 */
export const VERSION = 'segment-actions-inmoment-1.0.0'
