import { cpSync, mkdtempSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from './run'

const SOURCES = ['bin', 'tools', 'src', 'metadata.json', 'package.json', 'tsconfig.json', '.prettierrc.json']

/** Copies the sources to a temporary folder, so that a test can change them. Returns the folder. */
export function copyProject(): string {
  const copy = mkdtempSync(join(tmpdir(), 'inmoment-project-'))
  for (const source of SOURCES) cpSync(join(ROOT, source), join(copy, source), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'))
  return copy
}
