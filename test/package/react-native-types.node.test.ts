import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../support/run'
import { REACT_NATIVE_PACKAGE, SiteProject } from '../support/site-project'

let project: SiteProject

beforeAll(() => {
  project = new SiteProject(
    ['@segment/analytics-react-native', '@segment/sovran-react-native', 'react-native'],
    REACT_NATIVE_PACKAGE
  )
})
afterAll(() => project.remove())

/** The bridge has no types of its own, so an app writes them. */
const BRIDGE = `
  import type { InMomentSdk } from 'analytics-react-native-plugin-inmoment'
  export interface Bridge extends InMomentSdk {
    showOptOut(isShown: boolean): void
  }
  export declare const bridge: Bridge
  /** As an app may declare it that never clears a value. */
  export declare const olderBridge: { [Method in keyof InMomentSdk]: InMomentSdk[Method] } & {
    setEndUserEmail(email: string): void
  }`

const APP = `
  import { createClient, DestinationPlugin } from '@segment/analytics-react-native'
  import type { SegmentClient } from '@segment/analytics-react-native'
  import { InMomentPlugin } from 'analytics-react-native-plugin-inmoment'
  import type { InMomentPluginOptions, InMomentSdk } from 'analytics-react-native-plugin-inmoment'
  import { bridge, olderBridge } from './bridge'
  import type { Bridge } from './bridge'

  declare function require(name: string): any

  const options: InMomentPluginOptions<Bridge> = {
    sdk: bridge,
    accountToken: 'NPS-4aeb53c1',
    clientId: 'client-1',
    key: 'InMoment',
    restoreUser: false,
    showSurveyOnTrack: ['Order Completed'],
    mayShow: () => Promise.resolve(true),
    onConfigured: (sdk) => sdk.showOptOut(true),
    properties: ['plan'],
    externalId: 'accountId',
    phoneNumber: 'phone',
    productName: 'product',
    audience: 'audience',
    typedPropertyNames: true
  }
  const client: SegmentClient = createClient({ writeKey: 'YOUR_WRITE_KEY' })
  const plugin = new InMomentPlugin(options)
  client.add({ plugin })
  export const destination: DestinationPlugin = plugin
  export const results: Promise<boolean>[] = [plugin.showSurvey(), plugin.showSurvey('Order Completed')]

  client.add({ plugin: new InMomentPlugin({ sdk: bridge, onConfigured: (sdk) => sdk.showOptOut(true) }) })
  client.add({ plugin: new InMomentPlugin({ sdk: olderBridge, mayShow: () => true }) })
  client.add({ plugin: new InMomentPlugin({ sdk: () => bridge, showSurveyOnTrack: true }) })
  client.add({ plugin: new InMomentPlugin({ sdk: () => require('@wootric/react-native-wootric').default }) })

  // @ts-expect-error The bridge is required.
  new InMomentPlugin({})
  // @ts-expect-error The event name is a string.
  void plugin.showSurvey(1)
  // @ts-expect-error Segment's settings are no option of the plugin.
  new InMomentPlugin({ sdk: bridge, settings: {} })
  // @ts-expect-error A bridge without a method.
  new InMomentPlugin({ sdk: { showSurvey: () => undefined } })
  // @ts-expect-error The date is a number of seconds.
  export const wrong: InMomentSdk = { ...bridge, setEndUserCreatedAt: (date: string) => undefined }`

it.each([
  ['bundler, as React Native does', { module: 'esnext', customConditions: ['react-native'] }],
  ['node10', { module: 'commonjs', ignoreDeprecations: '6.0' }]
])('has type declarations that compile in a strict project (%s)', (name, options) => {
  const compilerOptions = {
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    moduleResolution: name.split(',')[0],
    target: 'es2020',
    // Checks the declarations of the packages, but not those of TypeScript itself.
    skipDefaultLibCheck: true,
    lib: ['es2022', 'dom'],
    types: [],
    ...options
  }
  project.write('bridge.ts', BRIDGE)
  project.write('app.ts', APP)
  project.write('tsconfig.json', JSON.stringify({ compilerOptions, files: ['app.ts'] }))
  expect(compile()).toBe('')
})

/** Returns the errors of the compiler. */
function compile(): string {
  const { stdout } = spawnSync(process.execPath, [join(ROOT, 'node_modules/typescript/bin/tsc'), '-p', '.'], {
    cwd: project.folder,
    encoding: 'utf8'
  })
  return stdout
}
