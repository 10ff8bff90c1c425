/** `version` of `wootricSettings`: InMoment asked integrations for it, to support customers. The package's version. */
export const VERSION = 'segment-actions-inmoment-1.0.0'
