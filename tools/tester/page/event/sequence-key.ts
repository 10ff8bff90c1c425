/** The sequence's text in the session storage. */
export const SEQUENCE_KEY = 'sequence.text'
