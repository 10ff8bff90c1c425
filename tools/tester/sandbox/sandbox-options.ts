/** What the sandbox's server would say: yes or no to every request, or yes for these registered event names only. */
export type SandboxEligibility = 'yes' | 'no' | string[]

export interface SandboxOptions {
  eligibility?: SandboxEligibility
}

declare global {
  interface Window {
    /** Set by the page that tries things out; the real beacon knows nothing of it. */
    sandboxBeacon?: SandboxOptions
  }
}

/** Read at each run, so that the page can change its mind without a reload. */
export function sandboxEligibility(): SandboxEligibility {
  return window.sandboxBeacon?.eligibility ?? 'yes'
}
