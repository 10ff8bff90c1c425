import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT, runNode } from '../../support/run'

export const PACKAGE = 'analytics-browser-actions-inmoment'

/** A project that has installed the package as npm publishes it. */
export class SiteProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'inmoment-site-'))
  readonly packageFolder = join(this.folder, 'node_modules', PACKAGE)
  readonly tarball: string
  /** The files in the package. */
  readonly files: string[]

  /** Takes other dependencies from this project, because tests must not download any. */
  constructor(dependencies: string[] = []) {
    const [packed] = JSON.parse(
      execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', this.folder], {
        cwd: ROOT,
        encoding: 'utf8'
      })
    ) as { filename: string; files: { path: string }[] }[]
    if (!packed) throw new Error('npm packed nothing')
    this.files = packed.files.map(({ path }) => path)
    this.tarball = join(this.folder, packed.filename)
    this.write('package.json', JSON.stringify({ name: 'site', private: true }))
    execFileSync('npm', ['install', '--offline', '--no-audit', '--no-fund', this.tarball], { cwd: this.folder })
    for (const name of dependencies) {
      const link = join(this.folder, 'node_modules', name)
      mkdirSync(dirname(link), { recursive: true })
      symlinkSync(join(ROOT, 'node_modules', name), link)
    }
  }

  write(file: string, content: string): void {
    writeFileSync(join(this.folder, file), content)
  }

  /** Runs a script in the project, and returns its output. */
  run(file: string, code: string): string {
    this.write(file, code)
    return runNode([file], { cwd: this.folder }).trim()
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
