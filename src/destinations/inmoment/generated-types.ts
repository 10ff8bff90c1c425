// Generated file. DO NOT MODIFY IT BY HAND.

export interface Settings {
  /**
   * Your unique account token, from InMoment's settings. It looks like NPS-4aeb53c1, or NPS-EU-… and NPS-AU-… in those regions.
   */
  accountToken: string
  /**
   * Your client id, from InMoment's settings under API. Only mobile apps need it; it is never sent on the web.
   */
  clientId?: string
  /**
   * Tell InMoment on each page who the user is before the first event, where Segment knows it from an earlier page. Uses the mappings of Identify User, and asks for no survey.
   */
  restoreUser?: boolean
  /**
   * What comes back to Segment, as the track events InMoment Survey Shown, InMoment Survey Declined and InMoment Survey Response Submitted. A response text may hold personal data.
   */
  surveyEvents?: 'off' | 'scores' | 'scoresAndText'
  /**
   * Show a survey at every request, while you set InMoment up. Not for production: users would be asked again and again.
   */
  testMode?: boolean
}
