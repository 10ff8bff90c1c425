import { eachMapping, TraceMap } from '@jridgewell/trace-mapping'
import { getGzipSize } from './gzip-size'
import type { WebBundle } from './web-bundle'

export interface ModuleSize {
  module: string
  /** The minified bytes of the module. */
  bytes: number
  /** How much smaller the bundle would be after gzip without them. */
  gzip: number
}

/** Returns the sizes of the modules in a bundle, the largest first. */
export function getModuleSizes({ code, map }: WebBundle): ModuleSize[] {
  const pieces = splitByModule(code, map)
  const total = getGzipSize(code)
  const getSize = (module: string): ModuleSize => {
    const rest = pieces.filter((piece) => piece.module !== module).map(({ text }) => text)
    const others = rest.join('')
    return { module, bytes: code.length - others.length, gzip: total - getGzipSize(others) }
  }
  const modules = new Set(pieces.map(({ module }) => module))
  return [...modules].map(getSize).sort((one, other) => other.bytes - one.bytes)
}

interface Piece {
  module: string
  text: string
}

/** Splits the code at each position in the source map. */
function splitByModule(code: string, map: string): Piece[] {
  const lineStarts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const starts = [{ at: 0, module: getName(null) }]
  eachMapping(new TraceMap(map), ({ generatedLine, generatedColumn, source }) => {
    starts.push({ at: (lineStarts[generatedLine - 1] ?? 0) + generatedColumn, module: getName(source) })
  })
  return starts.map(({ at, module }, index) => ({ module, text: code.slice(at, starts[index + 1]?.at) }))
}

/** Returns the path in the package or the project. The bundler adds code without a module. */
function getName(source: string | null): string {
  return source?.replace(/^.*\/node_modules\//, '').replace(/^(\.\.\/)+/, '') ?? '(bundler)'
}
