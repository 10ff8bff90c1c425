/** Whether survey requests are eligible. With a list, requests for other event names are not. */
export type SandboxEligibility = 'yes' | 'no' | string[]

export interface SandboxOptions {
  eligibility?: SandboxEligibility
}

declare global {
  interface Window {
    /** Set by the action tester. InMoment's beacon does not read it. */
    sandboxBeacon?: SandboxOptions
  }
}

/** Read on each request, so that changes need no reload. */
export function getEligibility(): SandboxEligibility {
  return window.sandboxBeacon?.eligibility ?? 'yes'
}
