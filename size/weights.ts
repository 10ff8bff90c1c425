import { eachMapping, TraceMap } from '@jridgewell/trace-mapping'
import type { WebBundle } from './web-bundle'

export interface Weight {
  module: string
  bytes: number
}

/** How many minified bytes each module adds, the heaviest first. What no module wrote is the bundler's own. */
export function weights({ code, map }: WebBundle): Weight[] {
  const lines = code.split('\n')
  const bytes = new Map<string, number>()
  const add = (source: string | null, length: number) => {
    const module = source ? nameOf(source) : '(bundler)'
    bytes.set(module, (bytes.get(module) ?? 0) + length)
  }

  let last = { line: 1, column: 0, source: null as string | null }
  const advance = (line: number, column: number) => {
    // Each line ends in a newline, but for the last.
    for (; last.line < line; last = { line: last.line + 1, column: 0, source: null }) {
      add(last.source, (lines[last.line - 1] ?? '').length + 1 - last.column)
    }
    add(last.source, column - last.column)
  }
  eachMapping(new TraceMap(map), ({ generatedLine, generatedColumn, source }) => {
    advance(generatedLine, generatedColumn)
    last = { line: generatedLine, column: generatedColumn, source }
  })
  advance(lines.length, (lines.at(-1) ?? '').length)

  return [...bytes].map(([module, length]) => ({ module, bytes: length })).sort((one, other) => other.bytes - one.bytes)
}

/** The path from the package or the project on. */
function nameOf(source: string): string {
  return source.replace(/^.*\/node_modules\//, '').replace(/^(\.\.\/)+/, '')
}
