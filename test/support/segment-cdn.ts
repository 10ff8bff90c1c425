import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { presetSubscriptions } from '../../src/preset-subscriptions'
import { ACCOUNT_TOKEN } from '../../src/destinations/inmoment/test-support/constants'

const root = join(__dirname, '../..')

const ANALYTICS_FOLDER = join(root, 'node_modules/@segment/analytics-next/dist/umd')
const BUNDLE = join(root, 'dist/web/inmoment.js')
const ACTIONS_FOLDER = 'https://cdn.segment.com/next-integrations/actions'

export interface SegmentOptions {
  settings?: Record<string, unknown>
  /** Whether Segment's settings contain the destination. Default: `true`. */
  isInSegment?: boolean
  /** The consent categories that Segment's settings have for the destination, and all categories of the source. */
  categories?: { destination: string[]; source: string[] }
  /** Further destinations of the source, each with its script. */
  destinations?: { name: string; libraryName: string; script: string }[]
}

export interface SegmentFile {
  contentType: string
  body: string
}

/** Returns a file of Segment's CDN: analytics.js, the settings of the source, or the built bundle. */
export function getSegmentFile(pathname: string, options: SegmentOptions): SegmentFile {
  if (pathname.endsWith('/settings')) {
    return { contentType: 'application/json', body: JSON.stringify(createSegmentSettings(options)) }
  }
  return { contentType: 'text/javascript', body: getScript(pathname, options) }
}

function getScript(pathname: string, { destinations = [] }: SegmentOptions): string {
  const name = pathname.split('/').at(-1) ?? ''
  if (name === 'analytics.min.js') return readScript(join(ANALYTICS_FOLDER, 'standalone.js'))
  if (name === 'inmoment.js') return readScript(BUNDLE)
  // Other chunks of analytics.js, such as its middleware.
  const destination = destinations.find(({ libraryName }) => name === `${libraryName}.js`)
  return destination?.script ?? readScript(join(ANALYTICS_FOLDER, name))
}

const scripts = new Map<string, string>()

/** Reads each file once, so that a build during the tests has no effect. */
function readScript(path: string): string {
  const script = scripts.get(path) ?? readFileSync(path, 'utf8')
  scripts.set(path, script)
  return script
}

/** The settings of a source with this destination and its presets, as Segment's CDN serves them. */
function createSegmentSettings(options: SegmentOptions): object {
  const { settings, isInSegment = true, categories, destinations = [] } = options
  const inmoment = {
    name: 'InMoment (Actions)',
    creationName: 'InMoment (Actions)',
    libraryName: 'inmomentDestination',
    url: `${ACTIONS_FOLDER}/inmoment/inmoment.js`,
    settings: { accountToken: ACCOUNT_TOKEN, subscriptions: presetSubscriptions(), ...settings }
  }
  return {
    integrations: {
      'Segment.io': { apiKey: 'write-key', addBundledMetadata: true },
      ...(categories && { 'InMoment (Actions)': { consentSettings: { categories: categories.destination } } })
    },
    ...(categories && { consentSettings: { allCategories: categories.source, hasUnmappedDestinations: false } }),
    remotePlugins: [
      ...(isInSegment ? [inmoment] : []),
      ...destinations.map(({ name, libraryName }) => ({
        name,
        creationName: name,
        libraryName,
        url: `${ACTIONS_FOLDER}/${libraryName}.js`,
        settings: {}
      }))
    ]
  }
}
