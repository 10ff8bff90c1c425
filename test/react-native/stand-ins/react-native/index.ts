// The parts of React Native that Segment's client uses: https://reactnative.dev/docs/components-and-apis

export type NativeModule = Record<string, unknown>
export type AppStateStatus = 'active' | 'background' | 'inactive'
export interface NativeEventSubscription {
  remove: () => void
}

/** The app is always in the foreground. */
export const AppState = {
  addEventListener: (): NativeEventSubscription => ({ remove: () => undefined })
}

export const NativeModules = {
  Sovran: {},
  AnalyticsReactNative: { getContextInfo: () => Promise.resolve({ appName: 'Example', appVersion: '1.0.0' }) }
}

export class NativeEventEmitter {
  addListener(): NativeEventSubscription {
    return { remove: () => undefined }
  }
}

export const Platform = {
  OS: 'ios',
  select: <Value>(choices: { ios?: Value; default?: Value }): Value | undefined => choices.ios ?? choices.default
}
