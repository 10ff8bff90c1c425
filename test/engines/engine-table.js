/** Jest reporter: prints for each engine how many checks passed, or why it did not run. */
export default class EngineTable {
  engines = new Map()

  onTestFileResult(_test, { testResults, testExecError }) {
    for (const { ancestorTitles, title, status } of testResults) {
      const name = ancestorTitles[0]
      const engine = this.engines.get(name) ?? { passed: 0, failed: 0, skipped: [] }
      if (status === 'passed') engine.passed += 1
      else if (status === 'failed') engine.failed += 1
      else if (/^not (run|checked): /.test(title)) engine.skipped.push(title)
      this.engines.set(name, engine)
    }
    if (testExecError) this.engines.set(testExecError.message, { passed: 0, failed: 1, skipped: [] })
  }

  onRunComplete() {
    const lines = ['', 'Engines']
    for (const [name, { passed, failed, skipped }] of [...this.engines].sort()) {
      const results = []
      if (passed > 0) results.push(`${passed} checks passed`)
      if (failed > 0) results.push(`${failed} failed`)
      lines.push(`  ${name}: ${[...results, ...skipped].join(', ')}`)
    }
    process.stdout.write(`${lines.join('\n')}\n`)
  }
}
