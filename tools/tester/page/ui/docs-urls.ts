/** InMoment's documentation of `wootricSettings` and of Targeted Sampling's event names. */
export const INMOMENT_DOCS = 'https://docs.wootric.com/javascript/'
