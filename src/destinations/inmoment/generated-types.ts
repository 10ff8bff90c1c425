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
}
