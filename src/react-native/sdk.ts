/**
 * The methods of InMoment's bridge that the plugin calls, each with exactly its number of arguments, because React
 * Native checks it. `null` clears a value. The bridge's other methods are for the app, in `onConfigured`.
 *
 * https://github.com/Wootric/react-native-wootric
 */
export interface InMomentSdk {
  configureWithClientID(clientId: string, accountToken: string): void
  setEndUserEmail(email: string | null): void
  setEndUserExternalId(externalId: string | null): void
  setEndUserPhoneNumber(phoneNumber: string | null): void
  /** In Unix seconds. -1 clears the date. */
  setEndUserCreatedAt(seconds: number): void
  /** An empty object clears all properties. */
  setEndUserProperties(properties: Record<string, string>): void
  setCustomLanguage(code: string | null): void
  setCustomProductName(productName: string | null): void
  setCustomAudience(audience: string | null): void
  setEventName(eventName: string | null): void
  showSurvey(): void
}
