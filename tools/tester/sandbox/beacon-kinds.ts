/** How InMoment's beacon behaves for this page, with the service worker in its place. */
export const BEACON_KINDS = [
  { value: 'works', label: 'Works' },
  { value: 'blocked', label: 'Is blocked, as by an ad blocker' },
  { value: 'slow', label: 'Is slow: it takes 3 seconds' },
  { value: 'late', label: 'Is very slow: it takes 12 seconds' },
  { value: 'empty', label: 'Is broken: it defines nothing' },
  { value: 'throwing', label: 'Is broken: each command throws' },
  { value: 'own', label: "Is loaded by the page's own snippet" }
] as const

export type BeaconKind = (typeof BEACON_KINDS)[number]['value']
