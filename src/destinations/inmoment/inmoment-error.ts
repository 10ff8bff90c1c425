/**
 * A failure in words of this destination alone. What a page or the beacon throws is never passed on, since its message
 * may quote personal data, and Segment's metrics and the page's error tracker would get it.
 */
export class InMomentError extends Error {}
