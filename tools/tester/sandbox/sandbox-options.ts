/** Whether survey requests are eligible. With a list, requests for other event names are not. */
export type SandboxEligibility = 'yes' | 'no' | string[]

export interface SandboxOptions {
  eligibility?: SandboxEligibility
  /** Shows the survey at the bottom of the page, as InMoment does, instead of in the page's dock. */
  isOnPage?: boolean
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

/** The element that shows the survey, if the page has one. */
export function findSurveyDock(): Element | null {
  return window.sandboxBeacon?.isOnPage ? null : document.querySelector('[data-survey-dock]')
}
