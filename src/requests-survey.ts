/**
 * Whether an action requests a survey for each event that it matches. `fields` is its payload or its mapping: Identify
 * User requests none if Request a Survey is off.
 */
export function requestsSurvey(partnerAction: string, fields: { requestSurvey?: unknown }): boolean {
  if (partnerAction === 'identifyUser') return fields.requestSurvey !== false
  return partnerAction === 'trackEvent' || partnerAction === 'requestSurvey'
}
