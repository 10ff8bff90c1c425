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

/** What `npm pack` writes. */
export interface PackedPackage {
  files: string[]
  archive: string
}

/** A project that has installed the package. */
export class SiteProject {
  readonly folder = mkdtempSync(join(tmpdir(), 'inmoment-site-'))
  readonly packageFolder: string

  /** Takes other dependencies from this project, because tests must not download any. */
  constructor(
    dependencies: string[] = [],
    private readonly packageSource = ROOT
  ) {
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

  /** Packs the package into the project. */
  pack(): PackedPackage {
    const options = ['--json', '--ignore-scripts', '--pack-destination', this.folder]
    const output = execFileSync('npm', ['pack', ...options], { cwd: this.packageSource, encoding: 'utf8' })
    const [packed] = JSON.parse(output) as { filename: string; files: { path: string }[] }[]
    if (!packed) throw new Error('npm packed nothing')
    return { files: packed.files.map(({ path }) => path), archive: join(this.folder, packed.filename) }
  }

  /** Reads a file of the installed package. */
  readPackaged(file: string): string {
    return readFileSync(join(this.packageFolder, file), 'utf8')
  }

  /** Runs the command of a development dependency. Throws if it reports a problem. */
  runCommand(script: string, ...args: string[]): string {
    return runNode([join(ROOT, 'node_modules', script), ...args], { cwd: this.folder })
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
