import data, { type CompatData, type Identifier, type SupportBlock } from '@mdn/browser-compat-data'

/** The oldest supported versions. Their syntax is ES2020. */
export const OLDEST_BROWSERS = { chrome: 80, firefox: 74, safari: 13.1 }

type Browser = keyof typeof OLDEST_BROWSERS

/** Playwright's own scripts in the page need these. The bundle contains none of these names. */
const KEPT = ['BigInt64Array', 'BigUint64Array']

/** The path of a property below `window`, such as `['Array', 'prototype', 'at']`. */
export type PropertyPath = string[]

/** Returns the properties of built-in objects and of the DOM that at least one of the oldest browsers lacks. */
export function listNewerFeatures({ javascript, api }: CompatData = data): PropertyPath[] {
  const builtIns = listBelow(javascript.builtins ?? {}, [])
  const paths = [...builtIns.flatMap((path) => [path, addPrototype(path)]), ...listBelow(api, []).map(convertApi)]
  // No script can delete well-known symbols.
  return paths.filter(([name = '']) => name !== 'Symbol' && !KEPT.includes(name))
}

function listBelow(features: Identifier, path: PropertyPath): PropertyPath[] {
  return Object.entries(features as Record<string, Identifier>).flatMap(([name, feature]) => {
    // Events have no property of that name.
    if (name === '__compat' || name.endsWith('_event')) return []
    if (!isNewer(feature.__compat?.support)) return listBelow(feature, [...path, name])
    // The entry of a constructor has the name of its interface, which may be older.
    return name === path.at(-1) ? [] : [[...path, name]]
  })
}

function addPrototype(path: PropertyPath): PropertyPath {
  return [...path.slice(0, -1), ...(path.length > 1 ? ['prototype'] : []), ...path.slice(-1)]
}

/** Only the names of static members of interfaces have a suffix. */
function convertApi(path: PropertyPath): PropertyPath {
  const name = path.at(-1) ?? ''
  if (path[0] === 'Window') return path.slice(1)
  return name.endsWith('_static') ? [...path.slice(0, -1), name.replace('_static', '')] : addPrototype(path)
}

function isNewer(support: SupportBlock | undefined): boolean {
  const browsers = Object.keys(OLDEST_BROWSERS) as Browser[]
  return support !== undefined && browsers.some((browser) => !isSupported(support, browser))
}

/** Features behind a flag or with another name count as missing. */
function isSupported(support: SupportBlock, browser: Browser): boolean {
  return [support[browser] ?? []].flat().some((statement) => {
    const {
      version_added: added,
      version_removed: removed,
      flags,
      prefix,
      alternative_name: alternativeName
    } = statement
    if (flags ?? prefix ?? alternativeName) return false
    return !isAfter(added, OLDEST_BROWSERS[browser]) && (!removed || isAfter(removed, OLDEST_BROWSERS[browser]))
  })
}

/** `false` and `preview` are after all versions. A version such as `≤13` may be older. */
function isAfter(version: string | false | null | undefined, oldest: number): boolean {
  const number = parseFloat(String(version).replace('≤', ''))
  return !(number <= oldest)
}

/**
 * The text of a script that deletes the features and rejects newer regular expressions. It defines `newerFeatures`: the
 * features that the page still has.
 */
export function createDeletionScript(): string {
  const paths = JSON.stringify(listNewerFeatures())
  return `(${rejectNewerPatterns.toString()})(); newerFeatures = (${deleteProperties.toString()})(${paths})`
}

/** Runs in the page: Firefox 74 and Safari 13.1 throw on lookbehind, for instance. Literals have a test of their own. */
function rejectNewerPatterns(): void {
  const check = ([pattern, flags]: [pattern: unknown, flags?: string]): void => {
    if (/\(\?<|\\p\{/i.test(String(pattern)) || /[sdv]/.test(flags ?? '')) throw new SyntaxError('newer')
  }
  window.RegExp = new Proxy(RegExp, {
    construct(target, values: ConstructorParameters<RegExpConstructor>) {
      check(values)
      return new target(...values)
    },
    apply(target, _self, values: Parameters<RegExpConstructor>) {
      check(values)
      return target(...values)
    }
  })
}

/** Runs in the page. Returns what the page still has of the newer features, and of some well-known examples. */
export function findNewerFeatures(): string[] {
  const { newerFeatures } = window as { newerFeatures?: string[] }
  const canLookBehind = (): boolean => {
    try {
      return Boolean(new RegExp('(?<=a)b'))
    } catch {
      return false
    }
  }
  const examples = {
    lookbehind: canLookBehind(),
    structuredClone: 'structuredClone' in window,
    BigInt: 'BigInt' in window,
    'Array.prototype.at': 'at' in Array.prototype,
    'Object.hasOwn': 'hasOwn' in Object,
    'String.prototype.replaceAll': 'replaceAll' in String.prototype,
    'AbortSignal.timeout': 'timeout' in AbortSignal,
    'performance.timeOrigin': 'timeOrigin' in performance
  }
  const found = Object.entries(examples).flatMap(([name, isFound]) => (isFound ? [name] : []))
  return [...(newerFeatures ?? ['no feature was deleted']), ...found]
}

/** Runs in the page before any other script. Returns the paths of properties that the browser does not let it delete. */
function deleteProperties(paths: string[][]): string[] {
  type Owner = Record<PropertyKey, unknown>
  const isOwner = (value: unknown): value is Owner =>
    typeof value === 'function' || (typeof value === 'object' && value !== null)
  const getValue = (owner: unknown, key: PropertyKey): unknown => {
    try {
      return isOwner(owner) ? owner[key] : undefined
    } catch {
      // The getters of attributes throw on prototypes.
      return undefined
    }
  }
  const getKey = (name: string): PropertyKey =>
    name.startsWith('@@') ? ((getValue(Symbol, name.slice(2)) as symbol | undefined) ?? name) : name

  // Finds all owners before it deletes the first, and some properties of the window belong to its prototype.
  const targets = paths.map((path) => {
    const owner = path.slice(0, -1).reduce<unknown>(getValue, window)
    const owners = owner === window ? [window, Window.prototype] : [owner]
    return { path, key: getKey(path[path.length - 1] ?? ''), owners: owners.filter(isOwner) }
  })
  return targets
    .filter(({ key, owners }) => !owners.map((owner) => Reflect.deleteProperty(owner, key)).every(Boolean))
    .map(({ path }) => path.join('.'))
}
