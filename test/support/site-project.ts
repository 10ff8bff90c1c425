import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT, runNode } from './run'

/** Packs and installs a folder as npm publishes it, and not as a link. */
const INSTALL = ['install', '--install-links', '--offline', '--ignore-scripts', '--no-audit', '--no-fund']

/** A project that has installed the package. */
export class SiteProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'inmoment-site-'))
  readonly packageFolder = join(this.folder, 'node_modules/analytics-browser-actions-inmoment')

  /** Takes other dependencies from this project, because tests must not download any. */
  constructor(dependencies: string[] = []) {
    this.write('package.json', JSON.stringify({ name: 'site', private: true }))
    execFileSync('npm', [...INSTALL, ROOT], { cwd: this.folder })
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
