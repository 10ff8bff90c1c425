import type { InMomentSdk } from './sdk'

/** The options of the plugin. `Sdk` can declare more methods of the bridge, for `onConfigured`. */
export interface InMomentPluginOptions<Sdk extends InMomentSdk = InMomentSdk> {
  /**
   * InMoment's bridge, or a function that returns it. The function is called when the bridge is first needed, and its
   * errors are caught, so that an app starts without the native module.
   */
  sdk: Sdk | (() => Sdk)
  /** Overrides the account token of Segment's settings, and works without them. */
  accountToken?: string
  /** Overrides the client ID of Segment's settings. */
  clientId?: string
  /** The name of the integration in Segment's settings. Default: `Wootric`. */
  key?: string
  /** Restores the last user when the app starts. Default: `true`. */
  restoreUser?: boolean
  /** Events that request a survey: their names, or `true` for all events that the app itself tracks. Default: none. */
  showSurveyOnTrack?: readonly string[] | boolean
  /**
   * Called before each survey. `false` or an error means no survey now. Use it for unsuitable moments, and when the
   * device is offline: after an offline request, InMoment's SDKs show no survey until the app restarts.
   */
  mayShow?: () => boolean | Promise<boolean>
  /**
   * Called with the bridge after each `configureWithClientID`. Set the app's own options here, because Android forgets
   * them after each survey.
   */
  onConfigured?: (sdk: Sdk) => void
  /** The names of the traits and event properties to send as properties. Default: all. */
  properties?: readonly string[]
  /** The name of the trait that holds the user's ID in your own system. */
  externalId?: string
  /** The name of the trait that holds the user's phone number. */
  phoneNumber?: string
  /** The name of the trait that holds the product named in the question. */
  productName?: string
  /** The name of the trait that holds who the user would recommend it to. */
  audience?: string
  /** Adds InMoment's type suffixes to property names. Default: `false`. */
  typedPropertyNames?: boolean
}

/** The options that choose the values InMoment receives. */
export type ValueOptions = Pick<
  InMomentPluginOptions,
  'properties' | 'externalId' | 'phoneNumber' | 'productName' | 'audience' | 'typedPropertyNames'
>
