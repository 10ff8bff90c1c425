import { attempt } from '../destinations/inmoment/attempt'
import type { Account } from './account'
import type { NativeValues } from './native-values'
import type { InMomentPluginOptions } from './options'
import type { ProblemLog } from './problem-log'
import type { InMomentSdk } from './sdk'

const MISSING =
  'the bridge is missing. Install @wootric/react-native-wootric, run pod install for iOS, and rebuild the app. ' +
  'Expo Go has no native modules: it needs a development build.'

/** The only code that calls InMoment's bridge. Nothing throws, whatever the bridge does. */
export class Bridge<Sdk extends InMomentSdk> {
  private sdk?: Partial<Sdk> | null

  constructor(
    private readonly options: Pick<InMomentPluginOptions<Sdk>, 'sdk' | 'onConfigured'>,
    private readonly log: ProblemLog
  ) {}

  /** Configures the SDK and replaces everything it knows about the person. Returns whether there is a bridge. */
  setPerson({ accountToken, clientId }: Account, values: NativeValues): boolean {
    const sdk = this.load()
    if (!sdk) return false
    this.call('configureWithClientID', clientId, accountToken)
    this.clearPerson()
    const { onConfigured } = this.options
    if (onConfigured && !attempt(() => onConfigured(sdk as Sdk))) this.log.warn('onConfigured threw an error.')
    this.setValues(values)
    return true
  }

  /** Requests a survey for the person set before. Without an event name, sends none. */
  showSurvey(eventName: string | null): boolean {
    this.call('setEventName', eventName)
    return this.call('showSurvey')
  }

  private clearPerson(): void {
    this.call('setEndUserEmail', null)
    this.call('setEndUserExternalId', null)
    this.call('setEndUserPhoneNumber', null)
    this.call('setEndUserCreatedAt', -1)
    this.call('setEndUserProperties', {})
    this.call('setCustomLanguage', null)
    this.call('setCustomProductName', null)
    this.call('setCustomAudience', null)
    this.call('setEventName', null)
  }

  /** Keeps what the app has set in `onConfigured`, unless the person has a value of their own. */
  private setValues(values: NativeValues): void {
    if (values.email) this.call('setEndUserEmail', values.email)
    if (values.externalId) this.call('setEndUserExternalId', values.externalId)
    if (values.phoneNumber) this.call('setEndUserPhoneNumber', values.phoneNumber)
    if (values.createdAt) this.call('setEndUserCreatedAt', values.createdAt)
    if (values.properties) this.call('setEndUserProperties', values.properties)
    if (values.language) this.call('setCustomLanguage', values.language)
    if (values.productName) this.call('setCustomProductName', values.productName)
    if (values.audience) this.call('setCustomAudience', values.audience)
  }

  /** Returns whether the method exists and did not throw. */
  private call<Method extends keyof InMomentSdk>(method: Method, ...args: Parameters<InMomentSdk[Method]>): boolean {
    const sdk = this.sdk as Record<Method, (...args: unknown[]) => unknown>
    let result: unknown
    const hasRun = attempt(() => (result = sdk[method](...args)))
    if (!hasRun) this.log.warn(`the bridge's method ${method} is missing or threw an error. Update the bridge.`)
    // A wrapper of the bridge may return a promise.
    Promise.resolve(result).catch(() => undefined)
    return hasRun
  }

  /** Loads the bridge once. */
  private load(): Partial<Sdk> | undefined {
    if (this.sdk === undefined) {
      this.sdk = null
      attempt(() => {
        const { sdk } = this.options
        this.sdk = typeof sdk === 'function' ? sdk() : sdk
      })
    }
    if (!this.sdk) this.log.warn(MISSING)
    return this.sdk ?? undefined
  }
}
