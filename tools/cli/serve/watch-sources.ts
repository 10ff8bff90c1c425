import { watch } from 'node:fs'
import { join } from 'node:path'

/** What the page is built from; `dist` folders are not among it. */
const SOURCES = ['src', 'tools/tester/sandbox', 'tools/tester/page']

/** An editor saves several files at once, and one file in several steps. In milliseconds. */
const QUIET = 300

/** Calls back some time after the last change of a source. */
export function watchSources(root: string, onChange: () => void): void {
  let timer: NodeJS.Timeout | undefined
  for (const folder of SOURCES) {
    watch(join(root, folder), { recursive: true }, () => {
      clearTimeout(timer)
      timer = setTimeout(onChange, QUIET)
    })
  }
}
