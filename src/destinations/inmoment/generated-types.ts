// Generated file. DO NOT MODIFY IT BY HAND.

export interface Settings {
  /**
   * The token of your InMoment account, which looks like NPS-4aeb53c1 (NPS-EU-… or NPS-AU-… in those regions). You find it in InMoment's settings as your unique account token.
   */
  accountToken: string
  /**
   * The client id of your InMoment account, from its settings under API. Only mobile apps need it; it is never sent on the web.
   */
  clientId?: string
  /**
   * Tell InMoment on each page who the visitor is before the first event, where Segment knows it from an earlier page. The mappings of Identify User are used for it, and no survey is asked for.
   */
  restoreUser?: boolean
  /**
   * What of the surveys comes back to Segment as the track events InMoment Survey Shown, InMoment Survey Declined and InMoment Survey Response Submitted. A response text may hold personal data.
   */
  surveyEvents?: 'off' | 'scores' | 'scoresAndText'
  /**
   * Show a survey at every request, to everybody and as often as you like, while you set InMoment up. Not for production: each visitor would be asked again and again.
   */
  testMode?: boolean
}
