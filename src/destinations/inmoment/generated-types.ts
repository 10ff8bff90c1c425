// Generated file. DO NOT MODIFY IT BY HAND.

export interface Settings {
  /**
   * Your InMoment account token, such as NPS-4aeb53c1 (NPS-EU-… or NPS-AU-… for EU and AU accounts). Find it in your InMoment settings.
   */
  accountToken: string
  /**
   * Optional for mobile apps; not used on the web. Find it in your InMoment settings under API.
   */
  clientId?: string
  /**
   * On page load, restore the user from the last Identify User event that this destination received, before any other event. Does not request a survey.
   */
  restoreUser?: boolean
  /**
   * Track survey activity as the events InMoment Survey Shown, InMoment Survey Declined and InMoment Survey Response Submitted. Response text may contain personal data.
   */
  surveyEvents?: string
  /**
   * Show a survey on every request, ignoring eligibility. Do not enable in production.
   */
  testMode?: boolean
}
