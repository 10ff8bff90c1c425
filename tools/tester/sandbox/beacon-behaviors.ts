/** How the sandbox beacon behaves when the page loads it. */
export const BEACON_BEHAVIORS = [
  { value: 'works', label: 'Works' },
  { value: 'blocked', label: 'Blocked, as by an ad blocker' },
  { value: 'slow', label: 'Slow: loads after 3 seconds' },
  { value: 'verySlow', label: 'Very slow: loads after 12 seconds' },
  { value: 'empty', label: 'Broken: does not define window.wootric' },
  { value: 'throwing', label: 'Broken: every command throws an error' },
  { value: 'ownSnippet', label: "Loaded by the page's own snippet" }
] as const

export type BeaconBehavior = (typeof BEACON_BEHAVIORS)[number]['value']

/** `live` is InMoment's own beacon. */
export type PageBeacon = BeaconBehavior | 'live'
