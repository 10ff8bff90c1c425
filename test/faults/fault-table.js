import { readFileSync } from 'node:fs'

const ARROW = ' → '

/** Prints the fault matrix after a run: one row a fault, with what was asserted, and the count. */
export default class FaultTable {
  constructor(globalConfig) {
    this.isWhole = !globalConfig.testNamePattern && !globalConfig.testPathPatterns?.isSet()
    this.rows = []
  }

  onTestFileResult(test, { testResults }) {
    if (test.context.config.displayName?.name !== 'faults') return
    for (const { ancestorTitles, title, status, numPassingAsserts } of testResults) {
      const [fault, promise = ''] = title.split(ARROW)
      this.rows.push({ group: ancestorTitles[0] ?? '', fault, promise, status, asserts: numPassingAsserts })
    }
  }

  onRunComplete() {
    if (this.rows.length === 0) return
    const width = Math.max(...this.rows.map(({ fault }) => fault.length))
    const lines = []
    for (const group of [...new Set(this.rows.map(({ group }) => group))].sort()) {
      lines.push('', group)
      for (const { fault, promise, status, asserts } of this.rows.filter((row) => row.group === group)) {
        const outcome = status === 'passed' ? 'ok' : status
        lines.push(`  ${outcome.padEnd(6)} ${fault.padEnd(width)}  ${promise} (${asserts})`)
      }
    }
    const passed = this.rows.filter(({ status }) => status === 'passed').length
    lines.push('', `Faults: ${passed} of ${this.rows.length} passed. In brackets: the assertions of the row.`)
    process.stdout.write(`${lines.join('\n')}\n`)
  }

  /** The README's figure is the matrix's; only a whole run can tell. */
  getLastError() {
    if (!this.isWhole || this.rows.length === 0) return undefined
    const figure = /matrix of (\d+) faults/.exec(readFileSync(new URL('../../README.md', import.meta.url), 'utf8'))?.[1]
    if (Number(figure) === this.rows.length) return undefined
    return new Error(`README.md states ${figure} faults, and the matrix has ${this.rows.length}`)
  }
}
