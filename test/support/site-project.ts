import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ROOT, runNode } from './run'

/** Packs and installs a folder as npm publishes it, and not as a link. Does not install its peer dependencies. */
const INSTALL = [
  'install',
  '--install-links',
  '--offline',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--legacy-peer-deps'
]

/** The package for React Native, as the build writes it. */
export const REACT_NATIVE_PACKAGE = join(ROOT, 'dist/react-native')

/** A project that has installed the package. */
export class SiteProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'inmoment-site-'))
  readonly packageFolder: string

  /** Takes other dependencies from this project, because tests must not download any. */
  constructor(dependencies: string[] = [], packageSource = ROOT) {
    const { name } = JSON.parse(readFileSync(join(packageSource, 'package.json'), 'utf8')) as { name: string }
    this.packageFolder = join(this.folder, 'node_modules', name)
    this.write('package.json', JSON.stringify({ name: 'site', private: true }))
    execFileSync('npm', [...INSTALL, packageSource], { cwd: this.folder })
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
  run(file: string, code: string, nodeOptions: string[] = []): string {
    this.write(file, code)
    return runNode([...nodeOptions, file], { cwd: this.folder }).trim()
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true })
  }
}
