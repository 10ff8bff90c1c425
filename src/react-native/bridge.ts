import { attempt } from '../destinations/inmoment/attempt'
import { isObject } from '../destinations/inmoment/is-object'
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
  /** Whether the SDK has values of a person. */
  hasPerson = false
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
    if (onConfigured) this.run(() => onConfigured(sdk as Sdk), 'onConfigured threw an error. Fix this function.')
    this.setValues(values)
    this.hasPerson = Object.values(values).some((value) => value !== undefined)
    return true
  }

  /** Requests a survey for the person set before. Without an event name, sends none. */
  showSurvey(eventName: string | null): boolean {
    this.call('setEventName', eventName)
    return this.call('showSurvey')
  }

  /** Call this after a request, when the SDK has read the event name. */
  clearEventName(): void {
    this.call('setEventName', null)
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
    this.clearEventName()
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
    return this.run(
      () => sdk[method](...args),
      `the bridge's method ${method} is missing or threw an error. Update the bridge.`
    )
  }

  /** Runs code of the bridge or the app, which may also be asynchronous. Returns whether it did not throw. */
  private run(code: () => unknown, problem: string): boolean {
    let result: unknown
    const hasRun = attempt(() => (result = code()))
    if (!hasRun) this.log.warn(problem)
    Promise.resolve(result).catch(() => this.log.warn(problem))
    return hasRun
  }

  /** Loads the bridge once. */
  private load(): Partial<Sdk> | undefined {
    if (this.sdk === undefined) {
      this.sdk = null
      const { sdk } = this.options
      // The function may be asynchronous by mistake.
      this.run(() => {
        const required: unknown = typeof sdk === 'function' ? sdk() : sdk
        if (!isObject(required)) return
        // `require` without `.default`.
        const loaded = isObject(required.default) && !required.showSurvey ? required.default : required
        // A mock can have a method of any name.
        const isPromise = typeof loaded.then === 'function' && typeof loaded.showSurvey !== 'function'
        if (isPromise) return loaded
        this.sdk = loaded as Partial<Sdk>
      }, MISSING)
    }
    if (!this.sdk) this.log.warn(MISSING)
    return this.sdk ?? undefined
  }
}
