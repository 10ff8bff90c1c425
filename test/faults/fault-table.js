const ARROW = ' → '

/** Jest reporter: prints a row for each fault, with what the destination does about it, and the number of assertions. */
export default class FaultTable {
  rows = []

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
    lines.push('', `Faults: ${passed} of ${this.rows.length} passed. The number of assertions is in parentheses.`)
    process.stdout.write(`${lines.join('\n')}\n`)
  }
}
