import type { InMomentSdk } from '../../../src/react-native'

/** A call of the bridge. */
export type Call = [method: keyof InMomentSdk, ...args: unknown[]]

/** What InMoment knows when a survey is requested. */
export interface FakeSurvey {
  clientId: string
  accountToken: string
  email?: string
  externalId?: string
  phoneNumber?: string
  createdAt?: number
  properties: Record<string, string>
  language?: string
  productName?: string
  audience?: string
  eventName?: string
  /** Settings of the app itself. */
  showsOptOut?: boolean
}

type Settings = Omit<FakeSurvey, 'clientId' | 'accountToken'>

const EMPTY: Settings = { properties: {} }

/**
 * InMoment's bridge as on Android: methods before `configureWithClientID` do nothing, and after a survey the SDK forgets
 * its settings. Throws for wrong arguments, as React Native does.
 *
 * https://github.com/Wootric/react-native-wootric
 */
export class FakeSdk implements InMomentSdk {
  readonly calls: Call[] = []
  readonly surveys: FakeSurvey[] = []
  /** The settings of the living instance. Without one, setters do nothing. */
  settings?: Settings
  private account?: Pick<FakeSurvey, 'clientId' | 'accountToken'>
  private isRoundOver = false

  configureWithClientID(...args: [clientId: string, accountToken: string]): void {
    this.record('configureWithClientID', args, [isText, isText])
    if (this.settings && !this.isRoundOver) return
    const [clientId, accountToken] = args
    this.account = { clientId, accountToken }
    this.settings = { ...EMPTY }
    this.isRoundOver = false
  }

  setEndUserEmail(...args: [string | null]): void {
    this.record('setEndUserEmail', args, [isTextOrNull])
    this.set({ email: args[0] ?? undefined })
  }

  setEndUserExternalId(...args: [string | null]): void {
    this.record('setEndUserExternalId', args, [isTextOrNull])
    this.set({ externalId: args[0] ?? undefined })
  }

  setEndUserPhoneNumber(...args: [string | null]): void {
    this.record('setEndUserPhoneNumber', args, [isTextOrNull])
    this.set({ phoneNumber: args[0] ?? undefined })
  }

  setEndUserCreatedAt(...args: [number]): void {
    this.record('setEndUserCreatedAt', args, [isSeconds])
    this.set({ createdAt: args[0] === -1 ? undefined : args[0] })
  }

  setEndUserProperties(...args: [Record<string, string>]): void {
    this.record('setEndUserProperties', args, [isTexts])
    this.set({ properties: { ...args[0] } })
  }

  setCustomLanguage(...args: [string | null]): void {
    this.record('setCustomLanguage', args, [isTextOrNull])
    this.set({ language: args[0] ?? undefined })
  }

  setCustomProductName(...args: [string | null]): void {
    this.record('setCustomProductName', args, [isTextOrNull])
    this.set({ productName: args[0] ?? undefined })
  }

  setCustomAudience(...args: [string | null]): void {
    this.record('setCustomAudience', args, [isTextOrNull])
    this.set({ audience: args[0] ?? undefined })
  }

  setEventName(...args: [string | null]): void {
    this.record('setEventName', args, [isTextOrNull])
    this.set({ eventName: args[0] ?? undefined })
  }

  /** A method of the bridge that only apps call. */
  showOptOut(isShown: boolean): void {
    this.set({ showsOptOut: isShown })
  }

  showSurvey(...args: []): void {
    this.record('showSurvey', args, [])
    if (!this.account || !this.settings) return
    this.surveys.push(omitUndefined({ ...this.account, ...this.settings }))
    this.isRoundOver = true
  }

  private record(method: keyof InMomentSdk, args: unknown[], checks: ((value: unknown) => boolean)[]): void {
    const isValid = args.length === checks.length && checks.every((check, index) => check(args[index]))
    if (!isValid) throw new TypeError(`${method} was called with wrong arguments`)
    this.calls.push([method, ...args])
  }

  private set(changes: Partial<Settings>): void {
    if (this.settings) this.settings = { ...this.settings, ...changes }
  }
}

function omitUndefined(survey: FakeSurvey): FakeSurvey {
  return Object.fromEntries(Object.entries(survey).filter(([, value]) => value !== undefined)) as unknown as FakeSurvey
}

function isText(value: unknown): boolean {
  return typeof value === 'string'
}

function isTextOrNull(value: unknown): boolean {
  return value === null || (typeof value === 'string' && value !== '')
}

function isSeconds(value: unknown): boolean {
  return Number.isInteger(value) && (value === -1 || Number(value) > 0)
}

function isTexts(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every(isText)
}
