import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

/** A package of which a bundle contains modules, as Vite lists it. */
interface BundledPackage {
  name: string
  version: string
  identifier?: string
  /** The text of the license file. */
  text?: string
}

const LIST = 'bundled-packages.json'

/** The license of Segment's repository. Its packages do not include it as a file. */
const SEGMENT_LICENSE = readFileSync(join(import.meta.dirname, 'segment-license.txt'), 'utf8').trim()

/** Writes the licenses of the packages in a bundle to a file next to it. */
export function withNotices(): Plugin {
  return {
    name: 'with-notices',
    config: () => ({ build: { license: { fileName: LIST } } }),
    generateBundle: {
      // After Vite has listed the packages.
      order: 'post',
      handler(_options, bundle) {
        const list = bundle[LIST]
        if (list?.type !== 'asset') throw new Error('Vite listed no packages')
        delete bundle[LIST]
        const packages = JSON.parse(list.source.toString()) as BundledPackage[]
        this.emitFile({ type: 'asset', fileName: 'THIRD-PARTY-NOTICES.txt', source: formatNotices(packages) })
      }
    }
  }
}

/** Fails if a license has no text. */
export function formatNotices(packages: BundledPackage[]): string {
  const notices = packages.map(({ name, version, identifier, text = getLicense(name) }) =>
    [`${name} ${version} (${identifier ?? 'no license identifier'})`, text].join('\n\n')
  )
  return ['This folder includes code of these packages:', ...notices].join('\n\n---\n\n') + '\n'
}

function getLicense(name: string): string {
  if (name.startsWith('@segment/')) return SEGMENT_LICENSE
  throw new Error(`${name} has no license file. Add its license to tools/build/notices.ts.`)
}
