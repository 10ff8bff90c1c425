export { InMomentPlugin } from './plugin'
export type { InMomentPluginOptions } from './options'
export type { InMomentSdk } from './sdk'
