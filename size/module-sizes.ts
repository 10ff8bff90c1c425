import { eachMapping, TraceMap } from '@jridgewell/trace-mapping'
import { gzipSize } from './gzip-size'
import type { WebBundle } from './web-bundle'

export interface Weight {
  module: string
  /** How many minified bytes the module adds. */
  bytes: number
  /** How many bytes after gzip the bundle would lose without them. */
  gzip: number
}

/** What each module weighs in a bundle, the heaviest first. */
export function weights({ code, map }: WebBundle): Weight[] {
  const pieces = piecesOf(code, map)
  const whole = gzipSize(code)
  const weightOf = (module: string): Weight => {
    const others = pieces.filter((piece) => piece.module !== module).map(({ text }) => text)
    const rest = others.join('')
    return { module, bytes: code.length - rest.length, gzip: whole - gzipSize(rest) }
  }
  const modules = new Set(pieces.map(({ module }) => module))
  return [...modules].map(weightOf).sort((one, other) => other.bytes - one.bytes)
}

interface Piece {
  module: string
  text: string
}

/** The code in pieces from one place that the source map names to the next. */
function piecesOf(code: string, map: string): Piece[] {
  const lineStarts = [0, ...[...code.matchAll(/\n/g)].map(({ index }) => index + 1)]
  const starts = [{ at: 0, module: nameOf(null) }]
  eachMapping(new TraceMap(map), ({ generatedLine, generatedColumn, source }) => {
    starts.push({ at: (lineStarts[generatedLine - 1] ?? 0) + generatedColumn, module: nameOf(source) })
  })
  return starts.map(({ at, module }, index) => ({ module, text: code.slice(at, starts[index + 1]?.at) }))
}

/** The path from the package or the project on. What is in no module is the bundler's own. */
function nameOf(source: string | null): string {
  return source?.replace(/^.*\/node_modules\//, '').replace(/^(\.\.\/)+/, '') ?? '(bundler)'
}
